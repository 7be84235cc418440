package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.EvalType;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LawfulTestsTest {

    private static final TestId REPAIRED = new TestId("a");
    private static final TestId KEPT = new TestId("b");
    private static final ExpectedTests EXPECTED = new ExpectedTests(List.of(REPAIRED), List.of(KEPT));

    @Test
    void claimsThatWeDoNotBelieveAreBelieved() {
        TestReport report = new TestReport(
                Map.of(REPAIRED, TestStatus.FAILED, KEPT, TestStatus.PASSED),
                true,
                OptionalInt.of(0),
                Map.of(REPAIRED, TestStatus.PASSED));
        assertThat(of(report)).contains(new LawfulTests(true, List.of(REPAIRED), List.of(), List.of(KEPT), List.of()));
    }

    @Test
    void skippedPassToPassIsKept() {
        TestReport report = report(Map.of(REPAIRED, TestStatus.XFAIL, KEPT, TestStatus.SKIPPED), 0);
        assertThat(of(report).orElseThrow().resolved()).isTrue();
    }

    @Test
    void testsWhoseTurnDidNotComeAreInNoList() {
        TestReport report = report(Map.of(REPAIRED, TestStatus.FAILED, KEPT, TestStatus.NOT_RUN), 1);
        assertThat(of(report)).contains(new LawfulTests(false, List.of(), List.of(REPAIRED), List.of(), List.of()));
    }

    @Test
    void aClaimedPassOfACommandThatFailedProvesNothing() {
        TestReport report = new TestReport(
                Map.of(REPAIRED, TestStatus.FAILED, KEPT, TestStatus.PASSED),
                true,
                OptionalInt.of(1),
                Map.of(REPAIRED, TestStatus.PASSED));
        assertThat(of(report)).isEmpty();
    }

    private static Optional<LawfulTests> of(TestReport report) {
        return LawfulTests.of(EXPECTED, report, EvalType.PASS_AND_FAIL);
    }

    private static TestReport report(Map<TestId, TestStatus> statuses, int exitCode) {
        return new TestReport(statuses, true, OptionalInt.of(exitCode));
    }
}
