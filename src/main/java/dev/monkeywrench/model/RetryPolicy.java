package dev.monkeywrench.model;

import java.time.Duration;

/**
 * How often a call that failed for the server's sake is made again.
 *
 * @param attempts in all, the first included
 * @param firstWait before the second attempt; doubled before each further one
 * @param longestWait between two attempts
 * @param patience after which no further attempt begins
 */
record RetryPolicy(int attempts, Duration firstWait, Duration longestWait, Duration patience) {

    RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("A call is attempted at least once");
        }
    }

    /** Between half and all of the time due: callers refused together do not come back together. */
    Duration wait(int failures, double jitter) {
        long doubled = firstWait.toMillis() << Math.min(failures - 1, 20);
        long most = Math.min(doubled, longestWait.toMillis());
        return Duration.ofMillis((long) (most * (0.5 + jitter / 2)));
    }
}
