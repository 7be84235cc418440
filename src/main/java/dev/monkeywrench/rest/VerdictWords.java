package dev.monkeywrench.rest;

import dev.monkeywrench.run.VerdictKind;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import java.util.Optional;

/** A verdict in words. */
final class VerdictWords {

    private VerdictWords() {}

    static VerdictKind kind(Verification verification) {
        return VerdictKind.of(verification.verdict());
    }

    static Optional<String> reason(Verification verification) {
        return switch (verification.verdict()) {
            case Verdict.Passed passed -> Optional.empty();
            case Verdict.Failed failed -> Optional.of(failed.reason());
            case Verdict.NotApplied unapplied -> Optional.of(unapplied.reason());
            case Verdict.TimedOut late -> Optional.of(late.reason());
            case Verdict.Tampered tampered -> Optional.of(tampered.reason());
            case Verdict.Inconclusive open -> Optional.of(open.reason());
        };
    }
}
