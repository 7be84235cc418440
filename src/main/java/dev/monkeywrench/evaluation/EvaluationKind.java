package dev.monkeywrench.evaluation;

/** What is done with the instances of an evaluation. */
public enum EvaluationKind {
    /** Candidates are drawn and verified. */
    GENERATE,
    /** Given predictions are verified. */
    VERIFY
}
