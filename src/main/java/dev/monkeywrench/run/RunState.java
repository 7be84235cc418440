package dev.monkeywrench.run;

/** Where a run stands. */
public enum RunState {
    QUEUED,
    RUNNING,
    /** It went to the end of its plan, whatever passed. */
    COMPLETED,
    CANCELLED,
    /** The instance or the environment is at fault; the run's problem says which. */
    FAILED;

    /** Whether nothing will happen any more. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case COMPLETED, CANCELLED, FAILED -> true;
        };
    }
}
