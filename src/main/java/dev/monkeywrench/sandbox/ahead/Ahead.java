package dev.monkeywrench.sandbox.ahead;

import dev.monkeywrench.sandbox.SandboxEngine;
import java.time.InstantSource;

/** Where engines come from that open sandboxes ahead. */
public final class Ahead {

    private Ahead() {}

    /** The engine, taken over; itself where nothing is to be opened ahead. */
    public static SandboxEngine of(SandboxEngine engine, AheadTerms terms, Spare spare, InstantSource clock) {
        return terms.most() == 0 ? engine : new AheadSandboxes(engine, terms, spare, clock);
    }
}
