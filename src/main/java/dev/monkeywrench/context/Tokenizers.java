package dev.monkeywrench.context;

import java.nio.charset.StandardCharsets;

/** Makes tokenizers that need no model's vocabulary. */
public final class Tokenizers {

    private static final int BYTES_PER_TOKEN = 3;

    private Tokenizers() {}

    /**
     * A token for every three bytes of UTF-8: more than byte-pair vocabularies make of ordinary code and English, so
     * that a budget kept by it is kept by the model. Text of many rare signs can need more.
     */
    public static Tokenizer estimated() {
        return text -> Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES_PER_TOKEN);
    }
}
