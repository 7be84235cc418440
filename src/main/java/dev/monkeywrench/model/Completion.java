package dev.monkeywrench.model;

/** One choice of a reply: text as it came, hostile until parsed. */
public record Completion(String text, FinishReason finishReason) {}
