package dev.monkeywrench.verification;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.workspace.Workspace;
import java.util.Optional;

/** Makes instances ready to be judged. Thread-safe. */
public interface Verifier {

    /**
     * Prepares the environment and runs the baseline.
     *
     * @param sandboxes metered for this run
     * @param run written on every sandbox
     * @param known the baseline of an earlier life of this run, not to be run again
     */
    Preparation prepare(
            GradedInstance instance,
            Workspace workspace,
            Sandboxes sandboxes,
            String run,
            VerificationPolicy policy,
            Optional<Baseline> known)
            throws InterruptedException;

    /**
     * Runs the visible tests at the base commit to see where the fault may be; nothing hidden is given.
     * {@link FaultEvidence#none()} when there are no visible tests or they cannot be run.
     */
    FaultEvidence observe(
            Instance instance, Workspace workspace, Sandboxes sandboxes, String run, VerificationPolicy policy)
            throws InterruptedException;
}
