package dev.monkeywrench.evaluation.statistics;

/**
 * So many samples of each instance, by one model.
 *
 * @param coverage expected
 * @param dollars expected, for the whole suite
 */
public record Allocation(MeasuredModel model, int samples, double coverage, double dollars) {}
