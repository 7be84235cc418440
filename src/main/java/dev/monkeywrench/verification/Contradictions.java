package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the unpatched tree belies an instance's own lists. */
final class Contradictions {

    private Contradictions() {}

    /** Of what the first run says; of a flaky test that it is one. */
    static List<String> of(ExpectedTests expected, TestReport report, Flakiness flakiness) {
        List<String> contradictions = new ArrayList<>();
        for (TestId id : expected.failToPass()) {
            Tally ends = flakiness.flaky().get(id);
            if (ends != null) {
                contradictions.add("FAIL_TO_PASS " + flaky(id, ends));
            } else if (passes(id, report)) {
                contradictions.add("FAIL_TO_PASS " + id + " passes without a patch");
            }
        }
        for (TestId id : expected.passToPass()) {
            Optional<TestStatus> status = status(id, report);
            boolean holds = status.filter(s -> Grader.passes(s) || s == TestStatus.SKIPPED)
                    .isPresent();
            Tally ends = flakiness.flaky().get(id);
            if (ends != null) {
                contradictions.add("PASS_TO_PASS " + flaky(id, ends));
            } else if (!holds) {
                contradictions.add("PASS_TO_PASS " + id + " is "
                        + status.map(TestStatus::name).orElse("absent") + " without a patch");
            }
        }
        return contradictions;
    }

    private static String flaky(TestId id, Tally ends) {
        return id + " is flaky: it passes without a patch in " + ends.passed() + " of " + ends.runs() + " runs";
    }

    static boolean passes(TestId id, TestReport report) {
        return status(id, report).filter(Grader::passes).isPresent();
    }

    private static Optional<TestStatus> status(TestId id, TestReport report) {
        return Grader.statusOf(id, report.statuses());
    }
}
