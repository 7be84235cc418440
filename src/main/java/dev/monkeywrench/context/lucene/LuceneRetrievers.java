package dev.monkeywrench.context.lucene;

import dev.monkeywrench.context.Retriever;
import dev.monkeywrench.context.Tokenizer;

/** Makes retrievers that keep an index of each workspace in memory. */
public final class LuceneRetrievers {

    private LuceneRetrievers() {}

    /** Keeps the indexes of the workspaces used last, this many at most. */
    public static Retriever create(Tokenizer tokenizer, int mostIndexes) {
        return new LuceneRetriever(tokenizer, mostIndexes);
    }
}
