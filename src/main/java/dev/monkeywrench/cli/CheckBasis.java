package dev.monkeywrench.cli;

/**
 * What the figures of a check stand on.
 *
 * @param samples of each instance that the estimate is for
 * @param parallel instances that were checked at a time
 */
record CheckBasis(int samples, int parallel) {}
