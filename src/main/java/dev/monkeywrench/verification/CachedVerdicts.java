package dev.monkeywrench.verification;

import dev.monkeywrench.patch.Patch;
import java.util.Optional;

/** Judges only what no run has judged before. */
record CachedVerdicts(InstanceVerifier verifier, RunsCache cache, VerdictKeys keys, Baseline baseline)
        implements InstanceVerifier {

    @Override
    public Verification verify(Patch patch, String label) throws InterruptedException {
        VerdictKey key = keys.candidate(patch, baseline);
        Optional<Verification> kept = cache.verification(key, RunJudge.limit(baseline, keys.policy()));
        if (kept.isPresent()) {
            return kept.get();
        }
        Verification verification = verifier.verify(patch, label);
        return verification.elapsed().isZero() ? verification : cache.keep(key, verification);
    }
}
