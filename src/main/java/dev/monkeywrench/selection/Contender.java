package dev.monkeywrench.selection;

import dev.monkeywrench.patch.Patch;

/**
 * A patch that passed.
 *
 * @param votes how many samples drew it
 * @param firstSampleIndex the first that did
 */
public record Contender(Patch patch, int votes, int firstSampleIndex) {}
