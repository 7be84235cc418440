package dev.monkeywrench.sampling;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.model.LanguageModels;
import dev.monkeywrench.workspace.Workspace;

/**
 * All that a sampler may know: no hidden test, no gold patch.
 *
 * @param models metered for this run
 * @param seed of the run
 */
public record SamplingBrief(
        Instance instance, Workspace workspace, FaultEvidence evidence, LanguageModels models, long seed) {}
