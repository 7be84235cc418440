package dev.monkeywrench.sandbox;

import java.time.Duration;

/**
 * What a sandbox used.
 *
 * @param wall time it was held
 * @param cpu of all its processes; zero where the engine cannot tell
 */
public record SandboxUsage(Duration wall, Duration cpu) {}
