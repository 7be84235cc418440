package dev.monkeywrench.evaluation;

import java.util.Locale;

/** What an event of an evaluation tells. */
public enum EvaluationEventType {
    /** A member began. */
    BEGUN,
    /** An attempt ended. */
    ENDED,
    /** State or settings changed. */
    STATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
