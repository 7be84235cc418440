package dev.monkeywrench.sandbox.engine;

import java.time.Duration;

/** Runs from when it is made. */
final class Stopwatch {

    private final long start = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
