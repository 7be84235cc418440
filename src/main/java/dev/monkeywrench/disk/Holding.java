package dev.monkeywrench.disk;

import java.time.Instant;

/**
 * One thing on the disk that can be made or fetched again.
 *
 * @param name unique among those of its owner
 * @param lastUse when somebody last worked with it, in this service or another
 */
public record Holding(String name, long bytes, Instant lastUse) {}
