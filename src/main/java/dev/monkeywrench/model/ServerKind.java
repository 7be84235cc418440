package dev.monkeywrench.model;

/** What a model server speaks. */
enum ServerKind {
    OLLAMA,
    OPENAI
}
