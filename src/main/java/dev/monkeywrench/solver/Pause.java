package dev.monkeywrench.solver;

import java.time.Duration;

/** Waits between two tries of something that failed. */
@FunctionalInterface
public interface Pause {

    void of(Duration time) throws InterruptedException;
}
