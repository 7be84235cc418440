package dev.monkeywrench.sandbox;

import java.time.Duration;

/**
 * What a sandbox used.
 *
 * @param wall time it was held
 * @param cpu of all its processes; zero where the engine cannot tell
 */
public record SandboxUsage(Duration wall, Duration cpu) {

    public static SandboxUsage none() {
        return new SandboxUsage(Duration.ZERO, Duration.ZERO);
    }

    public SandboxUsage plus(SandboxUsage other) {
        return new SandboxUsage(wall.plus(other.wall), cpu.plus(other.cpu));
    }
}
