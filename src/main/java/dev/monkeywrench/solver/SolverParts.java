package dev.monkeywrench.solver;

import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.model.LanguageModels;
import dev.monkeywrench.sampling.Sampler;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.selection.Selector;
import dev.monkeywrench.verification.Verifier;
import dev.monkeywrench.workspace.Workspaces;
import java.time.InstantSource;
import java.util.List;

/**
 * What a solver is put together from.
 *
 * @param samplers by distinct names
 */
public record SolverParts(
        Workspaces workspaces,
        List<Sampler> samplers,
        LanguageModels models,
        Sandboxes sandboxes,
        Verifier verifier,
        Selector selector,
        Tariff tariff,
        InstantSource clock,
        Pause pause,
        Patience patience) {

    public SolverParts {
        samplers = List.copyOf(samplers);
    }
}
