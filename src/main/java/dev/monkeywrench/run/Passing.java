package dev.monkeywrench.run;

import dev.monkeywrench.patch.PatchDigest;

/**
 * A patch that passed.
 *
 * @param votes how many samples drew it
 */
public record Passing(PatchDigest digest, int votes, int firstSampleIndex) {}
