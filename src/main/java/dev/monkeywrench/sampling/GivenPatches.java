package dev.monkeywrench.sampling;

import java.util.List;

/** Patches that somebody else drew, as a sampler. */
public final class GivenPatches {

    /** The sampler's name in a plan. */
    public static final String NAME = "given";

    private GivenPatches() {}

    /** Draws the patches in their order, then is exhausted. */
    public static Sampler sampler(List<String> unifiedDiffs) {
        return new GivenSampler(unifiedDiffs);
    }
}
