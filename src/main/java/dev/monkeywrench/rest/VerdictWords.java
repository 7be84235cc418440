package dev.monkeywrench.rest;

import dev.monkeywrench.run.VerdictKind;
import dev.monkeywrench.verification.Verification;
import java.util.Optional;

/** A verdict in words. */
final class VerdictWords {

    private VerdictWords() {}

    static VerdictKind kind(Verification verification) {
        return VerdictKind.of(verification.verdict());
    }

    static Optional<String> reason(Verification verification) {
        return verification.verdict().why();
    }
}
