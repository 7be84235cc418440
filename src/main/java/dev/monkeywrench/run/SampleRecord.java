package dev.monkeywrench.run;

import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.verification.Verification;
import java.util.Optional;

/**
 * A sample of a run as the journal holds it.
 *
 * @param reason why it is malformed; empty for all others
 * @param verification of its patch; a duplicate shares the first one's
 */
public record SampleRecord(
        int sampleIndex,
        SampleKind kind,
        String arm,
        String origin,
        Optional<String> reason,
        Optional<PatchDigest> digest,
        Optional<Verification> verification) {}
