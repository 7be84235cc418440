package dev.monkeywrench.run;

/**
 * The right to work on a run, until somebody else takes it.
 *
 * @param epoch counts the lives of the run: what an earlier life writes late is refused
 * @param instance as JSON
 * @param plan as JSON
 */
public record Lease(Run run, long epoch, String instance, String plan) {}
