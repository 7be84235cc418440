package dev.monkeywrench.run;

import dev.monkeywrench.verification.Verdict;

/** A verdict without its reason, to count and to filter by. */
public enum VerdictKind {
    PASSED,
    FAILED,
    NOT_APPLIED,
    TIMED_OUT,
    TAMPERED,
    INCONCLUSIVE;

    public static VerdictKind of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed passed -> PASSED;
            case Verdict.Failed failed -> FAILED;
            case Verdict.NotApplied unapplied -> NOT_APPLIED;
            case Verdict.TimedOut late -> TIMED_OUT;
            case Verdict.Tampered tampered -> TAMPERED;
            case Verdict.Inconclusive open -> INCONCLUSIVE;
        };
    }
}
