package dev.monkeywrench.evaluation;

/** What came of asking for a change of an evaluation. */
public sealed interface EvaluationChange {

    /** It is as it was asked for, now or since earlier. */
    record Changed(Evaluation evaluation) implements EvaluationChange {}

    /**
     * Its state does not allow it.
     *
     * @param reason names the state and the remedy
     */
    record Impossible(Evaluation evaluation, String reason) implements EvaluationChange {}

    /** There is no evaluation of that id. */
    record Unknown() implements EvaluationChange {}
}
