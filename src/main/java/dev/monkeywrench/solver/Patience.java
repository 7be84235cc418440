package dev.monkeywrench.solver;

import java.time.Duration;

/**
 * How often an infrastructure fault is met with another try.
 *
 * @param tries in all, at least 1
 * @param firstPause before the second try; doubled before each further one
 */
public record Patience(int tries, Duration firstPause) {

    public Patience {
        if (tries < 1) {
            throw new IllegalArgumentException("Something is tried at least once");
        }
    }

    /** Waits before the next try; false when there is none left. */
    boolean waitAfter(int triesMade, Pause pause) throws InterruptedException {
        if (triesMade >= tries) {
            return false;
        }
        pause.of(firstPause.multipliedBy(1L << Math.min(triesMade - 1, 10)));
        return true;
    }
}
