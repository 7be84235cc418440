package dev.monkeywrench.evaluation;

/** How an attempt at an instance ended. Every outcome stays in the denominator. */
public enum MemberOutcome {
    /** At least one patch passed. */
    RESOLVED,
    /** Every patch was judged, and none passed. */
    UNRESOLVED,
    /** None passed, and of some it could not be told. */
    INCONCLUSIVE,
    /** The instance is at fault: its tests cannot be run or belie its own claims. */
    UNSOUND,
    /** The infrastructure is at fault, or we are. */
    FAULT,
    CANCELLED
}
