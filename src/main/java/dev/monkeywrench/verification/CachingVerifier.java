package dev.monkeywrench.verification;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.workspace.Workspace;
import java.time.InstantSource;
import java.util.Optional;

/** Looks into the cache before it has anything run, and keeps what ran. */
record CachingVerifier(Verifier verifier, VerdictCache cache, InstantSource clock) implements Verifier {

    @Override
    public Preparation prepare(
            GradedInstance instance,
            Workspace workspace,
            Sandboxes sandboxes,
            String run,
            VerificationPolicy policy,
            Optional<Baseline> known)
            throws InterruptedException {
        VerdictKeys keys;
        try {
            Template template =
                    sandboxes.prepare(Environments.spec(instance.instance().environment(), workspace));
            keys = VerdictKeys.of(
                    sandboxes.kind(), template.environmentDigest(), workspace, instance.hiddenTests(), policy);
        } catch (SandboxUnavailable e) {
            return new Preparation.Unavailable(String.valueOf(e.getMessage()), e.retryable());
        }
        RunsCache ours = new RunsCache(cache, run, policy.fresh(), clock);
        Optional<Baseline> baseline = known.or(() -> ours.baseline(keys.baseline()));
        Preparation prepared = verifier.prepare(instance, workspace, sandboxes, run, policy, baseline);
        return switch (prepared) {
            case Preparation.Ready ready -> {
                Baseline found = baseline.isPresent() ? ready.baseline() : ours.keep(keys.baseline(), ready.baseline());
                yield new Preparation.Ready(new CachedVerdicts(ready.verifier(), ours, keys, found), found);
            }
            case Preparation.Unsound unsound -> unsound;
            case Preparation.Unavailable fault -> fault;
        };
    }

    @Override
    public FaultEvidence observe(
            Instance instance, Workspace workspace, Sandboxes sandboxes, String run, VerificationPolicy policy)
            throws InterruptedException {
        return verifier.observe(instance, workspace, sandboxes, run, policy);
    }
}
