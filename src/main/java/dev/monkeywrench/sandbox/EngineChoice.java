package dev.monkeywrench.sandbox;

/**
 * Which engine was chosen when the service started, and why.
 *
 * @param usable false when none can be used: every sandbox asked for then fails with the reason
 * @param reason a sentence for people, with the remedy where none is usable
 */
public record EngineChoice(SandboxKind kind, boolean usable, String reason) {}
