package dev.monkeywrench.ledger;

import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.TokenUsage;
import dev.monkeywrench.sandbox.SandboxKind;
import java.time.Duration;
import java.util.Optional;

/** What was used, raw: prices come in when it is read. */
public sealed interface Charge {

    /** For a place at the model server or a sandbox, before it was used; empty where an earlier version booked it. */
    Optional<Duration> waited();

    /**
     * One call of a model, answered or not.
     *
     * @param elapsed from the call to its end
     * @param computed time the server says it computed; zero where it does not say
     */
    record ModelCall(ModelId model, TokenUsage usage, Duration elapsed, Duration computed, Optional<Duration> waited)
            implements Charge {

        public ModelCall(ModelId model, TokenUsage usage, Duration elapsed, Duration computed) {
            this(model, usage, elapsed, computed, Optional.empty());
        }
    }

    /** One sandbox, from opening to closing. */
    record SandboxUse(SandboxKind kind, Duration wall, Duration cpu, Optional<Duration> waited) implements Charge {

        public SandboxUse(SandboxKind kind, Duration wall, Duration cpu) {
            this(kind, wall, cpu, Optional.empty());
        }
    }
}
