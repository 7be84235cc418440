package dev.monkeywrench.run;

/**
 * A run to be kept.
 *
 * @param source the row it was made of, as it was sent, in JSON
 * @param instance the instance, as JSON
 * @param plan the plan with every default filled in, as JSON
 */
public record NewRun(Run run, String source, String instance, String plan) {}
