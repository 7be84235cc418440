package dev.monkeywrench.evaluation.submission;

import dev.monkeywrench.evaluation.Prediction;
import dev.monkeywrench.run.RunId;
import java.util.Optional;

/**
 * One prediction of a run.
 *
 * @param run that judges it; empty where there is nothing to judge
 * @param fault why nothing can be judged; empty where a run judges it, or the patch is empty
 */
public record Submitted(Prediction prediction, Optional<RunId> run, Optional<String> fault) {}
