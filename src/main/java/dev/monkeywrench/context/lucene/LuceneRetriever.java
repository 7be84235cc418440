package dev.monkeywrench.context.lucene;

import dev.monkeywrench.context.Context;
import dev.monkeywrench.context.Excerpt;
import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.context.Retriever;
import dev.monkeywrench.context.TokenBudget;
import dev.monkeywrench.context.Tokenizer;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Retrieves by words and evidence together. One index a workspace, built once, whoever comes first. */
final class LuceneRetriever implements Retriever {

    private static final int MOST_ALIKE = 300;
    private static final int MOST_TRIED = 300;
    private static final int MOST_QUERY = 20_000;

    /** Path, line numbers and delimiters put around an excerpt. */
    private static final int FRAME_TOKENS = 40;

    private final Tokenizer tokenizer;
    private final Map<String, CompletableFuture<ChunkIndex>> indexes;

    LuceneRetriever(Tokenizer tokenizer, int mostIndexes) {
        this.tokenizer = tokenizer;
        this.indexes = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<ChunkIndex>> eldest) {
                return size() > mostIndexes;
            }
        };
    }

    @Override
    public Context retrieve(
            Workspace workspace, ProblemStatement statement, FaultEvidence evidence, TokenBudget budget) {
        ChunkIndex index = indexOf(workspace);
        List<Excerpt> ranked = ranked(index, statement, evidence);
        List<Excerpt> chosen = new ArrayList<>();
        int left = budget.tokens();
        for (Excerpt excerpt : ranked.subList(0, Math.min(MOST_TRIED, ranked.size()))) {
            int tokens = tokenizer.count(excerpt.text()) + FRAME_TOKENS;
            if (tokens <= left) {
                chosen.add(excerpt);
                left -= tokens;
            }
        }
        return new Context(chosen);
    }

    private static List<Excerpt> ranked(ChunkIndex index, ProblemStatement statement, FaultEvidence evidence) {
        Map<Chunk, Double> alike =
                index.alike(capped(statement.text()) + "\n" + capped(evidence.failures()), MOST_ALIKE);
        Evidence weights = new Evidence(statement, evidence);
        Map<RepositoryPath, Double> named = weights.namedFiles(index.chunks());
        return index.chunks().stream()
                .map(chunk -> new Excerpt(
                        chunk.path(),
                        chunk.firstLine(),
                        chunk.text(),
                        weights.weightOf(chunk, alike.getOrDefault(chunk, 0.0), named.getOrDefault(chunk.path(), 0.0))))
                .filter(excerpt -> excerpt.score() > 0)
                .sorted(Comparator.comparingDouble(Excerpt::score)
                        .reversed()
                        .thenComparing(Excerpt::path)
                        .thenComparingInt(Excerpt::firstLine))
                .toList();
    }

    private static String capped(String text) {
        return text.substring(0, Math.min(text.length(), MOST_QUERY));
    }

    /** Whoever puts the future in builds the index; the others wait for it. A failed one is forgotten. */
    private ChunkIndex indexOf(Workspace workspace) {
        CompletableFuture<ChunkIndex> mine = new CompletableFuture<>();
        CompletableFuture<ChunkIndex> known;
        synchronized (indexes) {
            known = indexes.putIfAbsent(workspace.digest(), mine);
        }
        if (known != null) {
            return known.join();
        }
        try {
            ChunkIndex index = new ChunkIndex(workspace);
            mine.complete(index);
            return index;
        } catch (RuntimeException e) {
            synchronized (indexes) {
                indexes.remove(workspace.digest());
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }
}
