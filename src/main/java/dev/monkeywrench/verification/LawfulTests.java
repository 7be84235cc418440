package dev.monkeywrench.verification;

import dev.monkeywrench.instance.EvalType;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the grading law alone says of the expected tests, every claim of their report believed as the official harness
 * would. Our verdict may be stricter, never milder. A test whose turn did not come is in none of the lists.
 *
 * @param repaired FAIL_TO_PASS that pass
 * @param stillFailing FAIL_TO_PASS that do not
 * @param kept PASS_TO_PASS that hold
 * @param broken PASS_TO_PASS that do not
 */
public record LawfulTests(
        boolean resolved, List<TestId> repaired, List<TestId> stillFailing, List<TestId> kept, List<TestId> broken) {

    public LawfulTests {
        repaired = List.copyOf(repaired);
        stillFailing = List.copyOf(stillFailing);
        kept = List.copyOf(kept);
        broken = List.copyOf(broken);
    }

    /** Empty where the report proves nothing. */
    public static Optional<LawfulTests> of(ExpectedTests expected, TestReport report, EvalType evalType) {
        TestReport claimed = report.asClaimed();
        Grade grade = Grader.grade(expected, claimed, evalType);
        if (grade instanceof Grade.Invalid) {
            return Optional.empty();
        }
        List<TestId> repaired = new ArrayList<>();
        List<TestId> stillFailing = new ArrayList<>();
        for (TestId id : expected.failToPass()) {
            if (wasRun(id, claimed)) {
                (Grader.resolves(id, claimed.statuses(), evalType) ? repaired : stillFailing).add(id);
            }
        }
        List<TestId> kept = new ArrayList<>();
        List<TestId> broken = new ArrayList<>();
        for (TestId id : expected.passToPass()) {
            if (wasRun(id, claimed)) {
                (Grader.holds(id, claimed.statuses(), evalType) ? kept : broken).add(id);
            }
        }
        return Optional.of(new LawfulTests(grade instanceof Grade.Resolved, repaired, stillFailing, kept, broken));
    }

    private static boolean wasRun(TestId id, TestReport report) {
        return report.statuses().get(id) != TestStatus.NOT_RUN;
    }
}
