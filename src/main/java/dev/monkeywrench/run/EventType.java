package dev.monkeywrench.run;

import java.util.Locale;

/** What an event of a run tells. */
public enum EventType {
    /** The baseline is there. */
    PREPARED,
    /** Samples were drawn. */
    SAMPLED,
    /** Candidates were judged. */
    JUDGED,
    /** The state changed. */
    STATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
