package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.EvalType;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grading law, clause by clause. */
class GraderTest {

    @ParameterizedTest
    @CsvSource({"PASSED,true", "XFAIL,true", "FAILED,false", "ERROR,false", "SKIPPED,false"})
    void failToPassNeedsPassOrExpectedFailure(TestStatus status, boolean resolves) {
        Grade grade = grade(expected("a", "b"), Map.of("a", status, "b", TestStatus.PASSED));
        assertThat(grade instanceof Grade.Resolved).isEqualTo(resolves);
    }

    @ParameterizedTest
    @CsvSource({"PASSED,true", "XFAIL,true", "SKIPPED,true", "FAILED,false", "ERROR,false"})
    void passToPassAlsoHoldsWhenSkipped(TestStatus status, boolean holds) {
        Grade grade = grade(expected("a", "b"), Map.of("a", TestStatus.PASSED, "b", status));
        assertThat(grade instanceof Grade.Resolved).isEqualTo(holds);
    }

    @Test
    void absentTestFails() {
        assertThat(grade(expected("a", "b"), Map.of("c", TestStatus.PASSED)))
                .isEqualTo(new Grade.Unresolved(List.of(new TestId("a")), List.of(new TestId("b"))));
    }

    @Test
    void absentTestPassesUnderFailOnly() {
        TestReport silent = new TestReport(Map.of(), true, OptionalInt.of(0));
        assertThat(Grader.grade(expected("a", "b"), silent, EvalType.FAIL_ONLY)).isEqualTo(new Grade.Resolved());
    }

    @Test
    void absentTestPassesUnderFailOnlyOnlyIfTheSuiteRan() {
        assertThat(Grader.grade(expected("a", "b"), TestReport.none(), EvalType.FAIL_ONLY))
                .isInstanceOf(Grade.Invalid.class);
    }

    @Test
    void namedFailureFailsUnderFailOnly() {
        TestReport report = report(Map.of("a", TestStatus.FAILED), 1);
        assertThat(Grader.grade(expected("a", "b"), report, EvalType.FAIL_ONLY))
                .isEqualTo(new Grade.Unresolved(List.of(new TestId("a")), List.of()));
    }

    @Test
    void nothingReadAndNoSignOfRunningIsInvalid() {
        assertThat(Grader.grade(expected("a", "b"), TestReport.none(), EvalType.PASS_AND_FAIL))
                .isInstanceOf(Grade.Invalid.class);
    }

    @Test
    void nothingReadOfSuiteThatRanFails() {
        TestReport report = new TestReport(Map.of(), true, OptionalInt.of(0));
        assertThat(Grader.grade(expected("a", "b"), report, EvalType.PASS_AND_FAIL))
                .isInstanceOf(Grade.Unresolved.class);
    }

    @Test
    void failingExitWithoutFailureInTheReportIsInvalid() {
        TestReport report = report(Map.of("a", TestStatus.PASSED, "b", TestStatus.PASSED), 1);
        assertThat(Grader.grade(expected("a", "b"), report, EvalType.PASS_AND_FAIL))
                .isInstanceOf(Grade.Invalid.class);
    }

    @Test
    void failingExitBecauseOfAnotherTestIsGraded() {
        TestReport report =
                report(Map.of("a", TestStatus.PASSED, "b", TestStatus.PASSED, "other", TestStatus.ERROR), 1);
        assertThat(Grader.grade(expected("a", "b"), report, EvalType.PASS_AND_FAIL))
                .isEqualTo(new Grade.Resolved());
    }

    @Test
    void unrecordedExitIsNotHeldAgainstTheReport() {
        TestReport report = new TestReport(
                Map.of(new TestId("a"), TestStatus.PASSED, new TestId("b"), TestStatus.PASSED),
                true,
                OptionalInt.empty());
        assertThat(Grader.grade(expected("a", "b"), report, EvalType.PASS_AND_FAIL))
                .isEqualTo(new Grade.Resolved());
    }

    @Test
    void idCutInsideParametrisationMeansAllThatBeginWithIt() {
        ExpectedTests cut = expected("t.py::test_a[log(photon", "b");
        Map<String, TestStatus> agreeing = Map.of(
                "t.py::test_a[log(photon s]", TestStatus.PASSED,
                "t.py::test_a[log(photon t]", TestStatus.XFAIL,
                "b", TestStatus.PASSED);
        assertThat(grade(cut, agreeing)).isEqualTo(new Grade.Resolved());
    }

    @Test
    void idCutInsideParametrisationFailsWhereItsTestsDisagree() {
        ExpectedTests cut = expected("t.py::test_a[log(photon", "b");
        Map<String, TestStatus> torn = Map.of(
                "t.py::test_a[log(photon s]", TestStatus.PASSED,
                "t.py::test_a[log(photon t]", TestStatus.FAILED,
                "b", TestStatus.PASSED);
        assertThat(grade(cut, torn)).isInstanceOf(Grade.Unresolved.class);
    }

    @Test
    void wholeIdDoesNotMatchByPrefix() {
        Map<String, TestStatus> longer = Map.of("test_a_more", TestStatus.PASSED, "b", TestStatus.PASSED);
        assertThat(grade(expected("test_a", "b"), longer)).isInstanceOf(Grade.Unresolved.class);
        Map<String, TestStatus> parametrised = Map.of("test_a[1][2]", TestStatus.PASSED, "b", TestStatus.PASSED);
        assertThat(grade(expected("test_a[1]", "b"), parametrised)).isInstanceOf(Grade.Unresolved.class);
    }

    private static Grade grade(ExpectedTests expected, Map<String, TestStatus> statuses) {
        boolean failed = statuses.containsValue(TestStatus.FAILED) || statuses.containsValue(TestStatus.ERROR);
        return Grader.grade(expected, report(statuses, failed ? 1 : 0), EvalType.PASS_AND_FAIL);
    }

    private static TestReport report(Map<String, TestStatus> statuses, int exitCode) {
        Map<TestId, TestStatus> byId = new LinkedHashMap<>();
        statuses.forEach((id, status) -> byId.put(new TestId(id), status));
        return new TestReport(byId, true, OptionalInt.of(exitCode));
    }

    private static ExpectedTests expected(String failToPass, String passToPass) {
        return new ExpectedTests(List.of(new TestId(failToPass)), List.of(new TestId(passToPass)));
    }
}
