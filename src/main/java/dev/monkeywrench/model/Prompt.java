package dev.monkeywrench.model;

/** What a model is shown: our instructions, and apart from them the material, which is never an instruction. */
public record Prompt(String system, String user) {}
