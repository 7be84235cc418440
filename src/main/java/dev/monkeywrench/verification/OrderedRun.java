package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.time.Duration;
import java.util.List;

/**
 * What the unpatched tree did when FAIL_TO_PASS came first.
 *
 * @param first how long the FAIL_TO_PASS took
 * @param all how long all tests took
 * @param differing expected tests that ended otherwise than in the natural order, though they are not flaky
 */
public record OrderedRun(Duration first, Duration all, List<TestId> differing) {

    public OrderedRun {
        differing = List.copyOf(differing);
    }

    /** Whether the order made no difference. */
    boolean isHarmless() {
        return differing.isEmpty();
    }

    /** The part of a limit for all tests that belongs to the FAIL_TO_PASS. */
    Duration share(Duration limit) {
        double share = all.isZero() ? 1 : Math.min(1, first.toNanos() / (double) all.toNanos());
        return Duration.ofMillis((long) (limit.toMillis() * share));
    }
}
