package dev.monkeywrench.verification.adversary;

import dev.monkeywrench.verification.Verdict;

/** How a candidate must end. */
enum Fate {
    /** What it meddled with is undone, and the rest is right; or it is right about these tests only. */
    PASSED,
    FAILED,
    NOT_APPLIED,
    TIMED_OUT,
    TAMPERED,
    /** The machine decides what it comes to first. */
    FAILED_OR_TIMED_OUT;

    boolean allows(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed passed -> this == PASSED;
            case Verdict.Failed failed -> this == FAILED || this == FAILED_OR_TIMED_OUT;
            case Verdict.NotApplied refused -> this == NOT_APPLIED;
            case Verdict.TimedOut late -> this == TIMED_OUT || this == FAILED_OR_TIMED_OUT;
            case Verdict.Tampered tampered -> this == TAMPERED;
            case Verdict.Inconclusive unknown -> false;
        };
    }
}
