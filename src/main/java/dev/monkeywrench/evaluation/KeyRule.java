package dev.monkeywrench.evaluation;

/** Who may submit predictions. */
public enum KeyRule {
    /** Everybody who reaches the service; a key, or its absence, only tells whose runs are whose. */
    OPEN,
    /** Whoever has a key that was made here and verified by a code. */
    REQUIRED
}
