package dev.monkeywrench.run;

import dev.monkeywrench.patch.PatchDigest;
import java.util.Optional;

/**
 * A sample without its texts.
 *
 * @param verdict of its patch, where there is one
 */
public record SampleOutline(
        int sampleIndex, SampleKind kind, Optional<PatchDigest> digest, Optional<VerdictKind> verdict) {}
