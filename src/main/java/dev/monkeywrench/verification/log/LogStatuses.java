package dev.monkeywrench.verification.log;

import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.verification.ParsedReport;
import dev.monkeywrench.verification.TestStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a grammar has read so far: the last word on a test counts, as in the harness. Used by one thread. */
final class LogStatuses {

    static final int LONGEST_NAME = 8_192;
    private static final int MOST_TESTS = 500_000;

    /** Names may be longer than the log: each holds the headings over it. */
    private static final long MOST_CHARACTERS = 64 << 20;

    private final Map<TestId, TestStatus> statuses = new LinkedHashMap<>();
    private long characters;
    private @Nullable String refusal;

    void put(String name, TestStatus status) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return;
        }
        TestId test = new TestId(name);
        if (statuses.containsKey(test)) {
            statuses.put(test, status);
        } else if (statuses.size() < MOST_TESTS && characters + name.length() <= MOST_CHARACTERS) {
            statuses.put(test, status);
            characters += name.length();
        }
    }

    /** Under the status's own name in the harness. Any other word is no status, and the test has none from there on. */
    void put(String name, String word) {
        Optional<TestStatus> status = status(word);
        if (status.isPresent()) {
            put(name, status.get());
        } else if (!name.isBlank()) {
            statuses.remove(new TestId(name));
        }
    }

    /** The harness fails on such a log: it proves nothing. */
    void refuse(String problem) {
        refusal = problem;
    }

    boolean isEmpty() {
        return statuses.isEmpty() && refusal == null;
    }

    boolean contains(String name) {
        return !name.isBlank() && statuses.containsKey(new TestId(name));
    }

    ParsedReport report() {
        return refusal == null ? ParsedReport.of(statuses) : ParsedReport.refused(refusal);
    }

    private static Optional<TestStatus> status(String word) {
        return TestStatus.reported().stream()
                .filter(status -> status.name().equals(word))
                .findFirst();
    }
}
