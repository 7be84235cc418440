package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports of runs that were ended by the first expected test that failed: what they do not name was not run. */
final class PartialReports {

    private PartialReports() {}

    /** The report of a run, with the expected tests that were not run where it was ended before them. */
    static TestReport of(TestRun run, Baseline baseline) {
        if (!run.order().stopped()) {
            return run.report();
        }
        Map<TestId, TestStatus> statuses = new LinkedHashMap<>(run.report().statuses());
        CandidateJudge.expectedIds(baseline.expected()).stream()
                .filter(test -> isMissing(test, run))
                .forEach(test -> statuses.put(test, TestStatus.NOT_RUN));
        return new TestReport(
                statuses,
                run.report().suiteRan(),
                run.report().exitCode(),
                run.report().disbelieved());
    }

    static boolean isPartial(TestReport report) {
        return report.statuses().containsValue(TestStatus.NOT_RUN);
    }

    /** Failed by what is known; nothing where the run was ended without a test that decides. */
    static Verdict verdict(Grade.Unresolved unresolved, TestRun run) {
        List<TestId> failing = known(unresolved.stillFailing(), run);
        List<TestId> broken = known(unresolved.broken(), run);
        int left = unresolved.stillFailing().size() + unresolved.broken().size() - failing.size() - broken.size();
        if (failing.isEmpty() && broken.isEmpty()) {
            return new Verdict.Inconclusive("The run was ended although no expected test had failed", true);
        }
        TestId first = failing.isEmpty() ? broken.getFirst() : failing.getFirst();
        return new Verdict.Failed(failing, broken, first + " failed; " + left + " tests were not run after it");
    }

    private static List<TestId> known(List<TestId> tests, TestRun run) {
        return tests.stream().filter(test -> !isMissing(test, run)).toList();
    }

    private static boolean isMissing(TestId test, TestRun run) {
        return Grader.statusOf(test, run.report().statuses()).isEmpty();
    }
}
