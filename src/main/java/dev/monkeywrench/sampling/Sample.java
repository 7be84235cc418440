package dev.monkeywrench.sampling;

import dev.monkeywrench.patch.PatchDigest;

/** One draw, whatever came back. */
public sealed interface Sample {

    Draw draw();

    /** Where it came from, in words: the template and line, or the prompt's digest and the server. */
    String origin();

    /** It holds a patch that no earlier sample of the run holds. */
    record Drafted(Draw draw, Candidate candidate, String origin) implements Sample {}

    /**
     * The reply could not be used.
     *
     * @param reason written for the model to act on
     */
    record Malformed(Draw draw, String reason, String origin) implements Sample {}

    /** The reply proposes no change. */
    record Empty(Draw draw, String origin) implements Sample {}

    /** It holds the same change as an earlier sample. */
    record Duplicate(Draw draw, PatchDigest digest, int firstSampleIndex, String origin) implements Sample {}
}
