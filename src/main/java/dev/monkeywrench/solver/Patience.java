package dev.monkeywrench.solver;

import java.time.Duration;

/**
 * How often an infrastructure fault is met with another try.
 *
 * @param tries in all, at least 1
 * @param firstPause before the second try; doubled before each further one
 * @param longestPause which doubling does not go beyond
 */
public record Patience(int tries, Duration firstPause, Duration longestPause) {

    private static final int MOST_DOUBLINGS = 20;

    public Patience {
        if (tries < 1) {
            throw new IllegalArgumentException("Something is tried at least once");
        }
        if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("The longest pause between two tries is not shorter than the first");
        }
    }

    Duration pauseAfter(int triesMade) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(triesMade - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
