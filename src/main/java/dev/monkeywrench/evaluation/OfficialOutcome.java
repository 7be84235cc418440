package dev.monkeywrench.evaluation;

/** One prediction and how it ended. */
public record OfficialOutcome(OfficialPrediction prediction, OfficialEnding ending) {}
