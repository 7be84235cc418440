package dev.monkeywrench.sandbox;

import java.time.Duration;

/**
 * What code in one sandbox may use.
 *
 * @param memoryBytes of all its processes, swap included
 * @param cpus cores, as in 1.5
 * @param processes processes and threads at once
 * @param diskBytes of all it writes
 * @param outputBytes kept of each of an exec's two streams; what is beyond is read, counted and dropped
 * @param lifetime after which the sandbox is destroyed, whatever runs in it
 */
public record Limits(
        long memoryBytes, double cpus, int processes, long diskBytes, long outputBytes, Duration lifetime) {

    public Limits {
        if (memoryBytes < 1 || cpus <= 0 || processes < 1 || diskBytes < 1 || outputBytes < 1) {
            throw new IllegalArgumentException("Every limit of a sandbox is positive");
        }
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("The lifetime of a sandbox is positive");
        }
    }
}
