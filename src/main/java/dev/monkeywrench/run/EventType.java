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
    /** The infrastructure failed a step, which is tried again. */
    RETRYING,
    /** The state changed. */
    STATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
