package dev.monkeywrench.model;

/** A model behind a server. Thread-safe. */
public interface LanguageModel {

    ModelId id();

    /**
     * Draws completions; blocks until they are there, the server fails, or the deadline of the adapter's configuration.
     * Interrupting the thread closes the connection, so that the server stops computing.
     */
    Generation generate(GenerationRequest request) throws InterruptedException;
}
