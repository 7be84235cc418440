package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where we are stricter than the grading law: what it lets pass although no test says so any more.
 *
 * @param baseline how the unpatched tree's tests ended
 */
record Excuses(Baseline baseline) {

    /**
     * The law lets a failure pass that is expected; where the code under test says so, and not the tests, it does not
     * here. The law keeps a skipped PASS_TO_PASS; one that ran before the patch and is skipped with it is not kept here.
     */
    Verdict judge(TestRun run) {
        List<TestId> stillFailing = excused(baseline.expected().failToPass(), run);
        List<TestId> broken = excused(baseline.expected().passToPass(), run);
        if (!stillFailing.isEmpty() || !broken.isEmpty()) {
            return new Verdict.Failed(stillFailing, broken, "Tests fail as expected, but nothing in them expects it");
        }
        List<TestId> skipped = baseline.expected().passToPass().stream()
                .filter(id -> is(TestStatus.SKIPPED, id, run.report()) && passed(id, baseline.report()))
                .toList();
        return skipped.isEmpty()
                ? new Verdict.Passed()
                : new Verdict.Failed(List.of(), skipped, "Tests that passed without the patch are skipped with it");
    }

    private List<TestId> excused(List<TestId> expected, TestRun run) {
        Set<String> doubts = run.witness().doubts();
        return expected.stream()
                .filter(id -> doubts.contains(ReportedNames.canonical(id.value()))
                        && is(TestStatus.XFAIL, id, run.report())
                        && !is(TestStatus.XFAIL, id, baseline.report()))
                .toList();
    }

    private static boolean is(TestStatus status, TestId id, TestReport report) {
        return Grader.statusOf(id, report.statuses()).equals(Optional.of(status));
    }

    private static boolean passed(TestId id, TestReport report) {
        return Grader.statusOf(id, report.statuses()).filter(Grader::passes).isPresent();
    }
}
