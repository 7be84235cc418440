package dev.monkeywrench.evaluation;

/** Where a member stands; one that waits for a further attempt still has the outcome of the last. */
public enum MemberState {
    WAITING,
    RUNNING,
    ENDED
}
