package dev.monkeywrench.evaluation;

/** A member does not begin after all: somebody else began it, or the evaluation was paused, cancelled or changed. */
public final class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotNow(EvaluationId evaluation, int ordinal) {
        super("Member " + ordinal + " of evaluation " + evaluation + " does not begin now", null, false, false);
    }
}
