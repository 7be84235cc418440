package dev.monkeywrench.search;

/** Why no further draw is made. */
public enum StopReason {
    /** As many candidates passed as the plan asks for. */
    ENOUGH_PASSED,
    /** As many samples were drawn as the plan allows. */
    SAMPLES_DRAWN,
    /** No arm has anything left to draw. */
    ARMS_EXHAUSTED,
    /** The budget does not allow another draw. */
    BUDGET_SPENT,
    /** The plan's wall time is over. */
    TIME_OVER,
    /** Somebody cancelled the run. */
    CANCELLED,
    /** The environment or every model failed again and again. */
    INFRASTRUCTURE
}
