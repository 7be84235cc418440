package dev.monkeywrench.verification;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.workspace.Workspace;
import java.util.Optional;

/** Finds what it is told to find, and counts how often it had to. */
final class CountingVerifier implements Verifier {

    int baselines;
    int verifications;
    Baseline baseline;
    Verification verification;

    CountingVerifier(Baseline baseline, Verification verification) {
        this.baseline = baseline;
        this.verification = verification;
    }

    @Override
    public Preparation prepare(
            GradedInstance instance,
            Workspace workspace,
            Sandboxes sandboxes,
            String run,
            VerificationPolicy policy,
            Optional<Baseline> known) {
        if (known.isEmpty()) {
            baselines++;
        }
        InstanceVerifier judge = (patch, label) -> {
            verifications++;
            return verification;
        };
        return new Preparation.Ready(judge, known.orElse(baseline));
    }

    @Override
    public FaultEvidence observe(
            Instance instance, Workspace workspace, Sandboxes sandboxes, String run, VerificationPolicy policy) {
        return FaultEvidence.none();
    }
}
