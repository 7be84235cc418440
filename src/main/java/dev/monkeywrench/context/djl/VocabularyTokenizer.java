package dev.monkeywrench.context.djl;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.monkeywrench.context.Tokenizer;

/** Counts as the model of this vocabulary does, special tokens left out. */
final class VocabularyTokenizer implements Tokenizer, AutoCloseable {

    private final HuggingFaceTokenizer vocabulary;

    VocabularyTokenizer(HuggingFaceTokenizer vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public int count(String text) {
        return text.isEmpty() ? 0 : vocabulary.encode(text, false, false).getIds().length;
    }

    @Override
    public void close() {
        vocabulary.close();
    }
}
