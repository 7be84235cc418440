package dev.monkeywrench.ledger;

import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.TokenUsage;
import dev.monkeywrench.sandbox.SandboxKind;
import java.time.Duration;

/** What was used, raw: prices come in when it is read. */
public sealed interface Charge {

    /**
     * One call of a model, answered or not.
     *
     * @param elapsed from the call to its end
     * @param computed time the server says it computed; zero where it does not say
     */
    record ModelCall(ModelId model, TokenUsage usage, Duration elapsed, Duration computed) implements Charge {}

    /** One sandbox, from opening to closing. */
    record SandboxUse(SandboxKind kind, Duration wall, Duration cpu) implements Charge {}
}
