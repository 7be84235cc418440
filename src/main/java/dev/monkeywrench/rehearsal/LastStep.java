package dev.monkeywrench.rehearsal;

import java.util.concurrent.atomic.AtomicLong;

/** Ends the process at the n-th time a step is reached, as {@code kill -9} would. Thread-safe. */
final class LastStep {

    private static final int KILLED = 137;

    private final Step step;
    private final AtomicLong left;

    /**
     * @param times at which of them, from 1; 0: never
     */
    LastStep(Step step, long times) {
        this.step = step;
        this.left = new AtomicLong(times);
    }

    void reached(Step now) {
        if (now == step && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
