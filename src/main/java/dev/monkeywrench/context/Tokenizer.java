package dev.monkeywrench.context;

/** Counts tokens as the model will. Thread-safe. */
public interface Tokenizer {

    int count(String text);
}
