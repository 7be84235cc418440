package dev.monkeywrench.verification;

import java.util.Optional;

/**
 * How often one test ended in which way on one tree.
 *
 * @param passed expected failures too
 * @param absent runs whose report does not name it
 */
public record Tally(int passed, int failed, int errors, int skipped, int absent) {

    public Tally {
        if (Math.min(Math.min(passed, failed), Math.min(errors, Math.min(skipped, absent))) < 0) {
            throw new IllegalArgumentException("A test does not end a negative number of times");
        }
    }

    public static Tally none() {
        return new Tally(0, 0, 0, 0, 0);
    }

    /** One more run; without a status where its report does not name the test. */
    public Tally plus(Optional<TestStatus> status) {
        if (status.isEmpty()) {
            return new Tally(passed, failed, errors, skipped, absent + 1);
        }
        return switch (status.get()) {
            case PASSED, XFAIL -> new Tally(passed + 1, failed, errors, skipped, absent);
            case FAILED -> new Tally(passed, failed + 1, errors, skipped, absent);
            case ERROR -> new Tally(passed, failed, errors + 1, skipped, absent);
            case SKIPPED -> new Tally(passed, failed, errors, skipped + 1, absent);
            case NOT_RUN -> this;
        };
    }

    public int runs() {
        return passed + skipped + notPassed();
    }

    /** Whether it was seen to end in ways between which a verdict may change: passed, skipped, anything else. */
    public boolean isMixed() {
        int ways = (passed > 0 ? 1 : 0) + (skipped > 0 ? 1 : 0) + (notPassed() > 0 ? 1 : 0);
        return ways > 1;
    }

    private int notPassed() {
        return failed + errors + absent;
    }
}
