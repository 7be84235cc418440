package dev.monkeywrench.model;

/** Why a completion ended. */
public enum FinishReason {
    STOP,
    /** Cut at the token limit: a malformed sample, not a short one. */
    LENGTH,
    CONTENT_FILTER,
    OTHER
}
