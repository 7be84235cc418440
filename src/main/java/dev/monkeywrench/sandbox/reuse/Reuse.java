package dev.monkeywrench.sandbox.reuse;

import dev.monkeywrench.sandbox.SandboxEngine;
import java.time.InstantSource;

/** Where engines come from whose sandboxes can be leased. */
public final class Reuse {

    private Reuse() {}

    /** The engine, taken over, with leases of sandboxes that are kept between candidates. */
    public static SandboxEngine of(SandboxEngine engine, ReuseTerms terms, InstantSource clock) {
        return new ReusedSandboxes(engine, terms, clock);
    }
}
