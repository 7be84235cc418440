package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the unpatched tree belies an instance's own lists. */
final class Contradictions {

    private Contradictions() {}

    static List<String> of(ExpectedTests expected, TestReport report) {
        List<String> contradictions = new ArrayList<>();
        for (TestId id : expected.failToPass()) {
            if (status(id, report).filter(Grader::passes).isPresent()) {
                contradictions.add("FAIL_TO_PASS " + id + " passes without a patch");
            }
        }
        for (TestId id : expected.passToPass()) {
            Optional<TestStatus> status = status(id, report);
            boolean holds = status.filter(s -> Grader.passes(s) || s == TestStatus.SKIPPED)
                    .isPresent();
            if (!holds) {
                contradictions.add("PASS_TO_PASS " + id + " is "
                        + status.map(TestStatus::name).orElse("absent") + " without a patch");
            }
        }
        return contradictions;
    }

    private static Optional<TestStatus> status(TestId id, TestReport report) {
        return Grader.statusOf(id, report.statuses());
    }
}
