package dev.monkeywrench.instance;

/** The reference fix as a unified diff: never shown to a model, never used in selection. */
public record GoldPatch(String unifiedDiff) {}
