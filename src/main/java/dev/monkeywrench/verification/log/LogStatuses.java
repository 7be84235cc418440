package dev.monkeywrench.verification.log;

import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.verification.TestStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a grammar has read so far: the last word on a test counts, as in the harness. Used by one thread. */
final class LogStatuses {

    private static final int MOST_TESTS = 500_000;
    private static final int LONGEST_NAME = 8_192;

    private final Map<TestId, TestStatus> statuses = new LinkedHashMap<>();

    void put(String name, TestStatus status) {
        boolean fits = !name.isBlank() && name.length() <= LONGEST_NAME;
        if (fits && (statuses.size() < MOST_TESTS || statuses.containsKey(new TestId(name)))) {
            statuses.put(new TestId(name), status);
        }
    }

    /** Under the status's own name in the harness; any other word says nothing. */
    void put(String name, String word) {
        status(word).ifPresent(status -> put(name, status));
    }

    boolean isEmpty() {
        return statuses.isEmpty();
    }

    Map<TestId, TestStatus> all() {
        return statuses;
    }

    static Optional<TestStatus> status(String word) {
        return switch (word) {
            case "PASSED" -> Optional.of(TestStatus.PASSED);
            case "FAILED" -> Optional.of(TestStatus.FAILED);
            case "SKIPPED" -> Optional.of(TestStatus.SKIPPED);
            case "ERROR" -> Optional.of(TestStatus.ERROR);
            case "XFAIL" -> Optional.of(TestStatus.XFAIL);
            default -> Optional.empty();
        };
    }
}
