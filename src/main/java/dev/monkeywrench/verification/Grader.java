package dev.monkeywrench.verification;

import dev.monkeywrench.instance.EvalType;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The grading law of SWE-bench 5, to the letter; see docs/verification.md.
 *
 * <p>Pure: the same report and the same lists give the same grade.
 */
public final class Grader {

    private Grader() {}

    /** Grades one report against the tests that decide. */
    public static Grade grade(ExpectedTests expected, TestReport report, EvalType evalType) {
        Optional<String> invalid = whyInvalid(report);
        if (invalid.isPresent()) {
            return new Grade.Invalid(invalid.get());
        }
        List<TestId> stillFailing = expected.failToPass().stream()
                .filter(id -> !resolves(id, report.statuses(), evalType))
                .toList();
        List<TestId> broken = expected.passToPass().stream()
                .filter(id -> !holds(id, report.statuses(), evalType))
                .toList();
        return stillFailing.isEmpty() && broken.isEmpty()
                ? new Grade.Resolved()
                : new Grade.Unresolved(stillFailing, broken);
    }

    /** Why a report proves nothing; empty when it can be graded. */
    static Optional<String> whyInvalid(TestReport report) {
        if (report.statuses().isEmpty() && !report.suiteRan()) {
            return Optional.of("The tests gave no result and no sign of having run");
        }
        if (report.exitCode().orElse(0) != 0 && !report.statuses().isEmpty() && nothingFailed(report)) {
            return Optional.of("The test command ended with status "
                    + report.exitCode().getAsInt()
                    + " although its report names no failure: the report does not describe this run");
        }
        return Optional.empty();
    }

    /** How an expected test ended, by the name it has in the report. */
    static Optional<TestStatus> statusOf(TestId expected, Map<TestId, TestStatus> statuses) {
        TestStatus exact = statuses.get(expected);
        return exact != null ? Optional.of(exact) : statusOfTruncated(expected, statuses);
    }

    static boolean passes(TestStatus status) {
        return status == TestStatus.PASSED || status == TestStatus.XFAIL;
    }

    static boolean resolves(TestId id, Map<TestId, TestStatus> statuses, EvalType evalType) {
        return switch (evalType) {
            case PASS_AND_FAIL -> statusOf(id, statuses).filter(Grader::passes).isPresent();
            case FAIL_ONLY -> statuses.get(id) != TestStatus.FAILED;
        };
    }

    static boolean holds(TestId id, Map<TestId, TestStatus> statuses, EvalType evalType) {
        return switch (evalType) {
            case PASS_AND_FAIL ->
                statusOf(id, statuses)
                        .filter(status -> passes(status) || status == TestStatus.SKIPPED)
                        .isPresent();
            case FAIL_ONLY -> statuses.get(id) != TestStatus.FAILED;
        };
    }

    /**
     * Hundreds of ids of SWE-bench Verified are cut inside a parametrisation, as in {@code test_a[log(photon}. Such an
     * id means every test that begins with it, provided they all agree.
     */
    private static Optional<TestStatus> statusOfTruncated(TestId expected, Map<TestId, TestStatus> statuses) {
        if (count(expected.value(), '[') <= count(expected.value(), ']')) {
            return Optional.empty();
        }
        List<TestStatus> matching = statuses.entrySet().stream()
                .filter(entry -> entry.getKey().value().startsWith(expected.value()))
                .map(Map.Entry::getValue)
                .toList();
        boolean agree = matching.stream().map(Grader::passes).distinct().count() == 1;
        return agree ? Optional.of(matching.getFirst()) : Optional.empty();
    }

    private static boolean nothingFailed(TestReport report) {
        return report.statuses().values().stream()
                .noneMatch(status -> status == TestStatus.FAILED || status == TestStatus.ERROR);
    }

    private static long count(String text, char sought) {
        return text.chars().filter(c -> c == sought).count();
    }
}
