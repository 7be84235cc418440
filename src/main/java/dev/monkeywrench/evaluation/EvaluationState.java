package dev.monkeywrench.evaluation;

/** Where an evaluation stands. */
public enum EvaluationState {
    /** No member has begun. */
    QUEUED,
    RUNNING,
    /** No new member begins; what runs goes on. */
    PAUSED,
    /** Nothing is left to do, or the budget allows nothing more: the reason says which. */
    COMPLETED,
    CANCELLED;

    /** Whether nothing happens any more by itself; a retry wakes a completed one. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING, PAUSED -> false;
            case COMPLETED, CANCELLED -> true;
        };
    }
}
