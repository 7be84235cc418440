package dev.monkeywrench.sampling;

import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.PatchDigest;

/** A sample that holds a patch: non-empty, normalised. */
public record Candidate(Patch patch) {

    public Candidate {
        if (patch.isEmpty()) {
            throw new IllegalArgumentException("The patch of a candidate changes something");
        }
    }

    public PatchDigest digest() {
        return patch.digest();
    }
}
