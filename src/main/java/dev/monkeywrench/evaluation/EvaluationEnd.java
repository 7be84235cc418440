package dev.monkeywrench.evaluation;

/** Why an evaluation ended. */
public enum EvaluationEnd {
    /** Every member has an outcome. */
    ALL_ENDED,
    /** The rest of its budget allows no further member. */
    BUDGET_SPENT,
    CANCELLED
}
