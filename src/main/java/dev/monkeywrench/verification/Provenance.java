package dev.monkeywrench.verification;

import java.time.Instant;

/**
 * Where a verdict or a baseline comes from.
 *
 * @param key all it depends on
 * @param run that ran the tests
 * @param at when that was
 * @param cached whether it was taken from the cache instead of running anything
 */
public record Provenance(VerdictKey key, String run, Instant at, boolean cached) {}
