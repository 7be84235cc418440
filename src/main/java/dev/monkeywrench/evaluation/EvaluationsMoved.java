package dev.monkeywrench.evaluation;

/** Something may have been written of some evaluation, by this process. */
public record EvaluationsMoved() {}
