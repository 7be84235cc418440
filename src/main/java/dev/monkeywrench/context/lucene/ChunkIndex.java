package dev.monkeywrench.context.lucene;

import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The chunks of one workspace, and an index of their words. Thread-safe once built. */
final class ChunkIndex {

    private static final int MOST_FILE_BYTES = 512 << 10;
    private static final long MOST_BYTES = 64L << 20;
    private static final int LONGEST_LINE = 2000;
    private static final int MOST_TERMS = 500;
    private static final String BODY = "body";
    private static final String NUMBER = "number";

    private final Analyzer analyzer = new IdentifierAnalyzer();
    private final List<Chunk> chunks = new ArrayList<>();
    private final IndexSearcher searcher;

    ChunkIndex(Workspace workspace) {
        long bytes = 0;
        for (SourceFile file : workspace.files()) {
            if (file.bytes() <= MOST_FILE_BYTES && bytes < MOST_BYTES) {
                String text = text(workspace, file);
                bytes += text.length();
                chunks.addAll(Chunker.cut(file.path(), text));
            }
        }
        try {
            searcher = new IndexSearcher(DirectoryReader.open(indexed()));
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory cannot be written", e);
        }
    }

    /** Empty for what is no source: binary files, and lines that no one wrote. */
    private static String text(Workspace workspace, SourceFile file) {
        String text = workspace
                .read(file.path())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        boolean source = text.indexOf('\0') < 0
                && text.indexOf('\ufffd') < 0
                && text.lines().noneMatch(line -> line.length() > LONGEST_LINE);
        return source ? text : "";
    }

    private ByteBuffersDirectory indexed() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (int number = 0; number < chunks.size(); number++) {
                Chunk chunk = chunks.get(number);
                Document document = new Document();
                document.add(new TextField(BODY, chunk.path() + "\n" + chunk.text(), Field.Store.NO));
                document.add(new StoredField(NUMBER, number));
                writer.addDocument(document);
            }
        }
        return directory;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /** The chunks most alike the text, by BM25; the best has score 1. */
    Map<Chunk, Double> alike(String text, int most) {
        Map<Chunk, Double> found = new HashMap<>();
        try {
            ScoreDoc[] hits = searcher.search(query(text), most).scoreDocs;
            StoredFields stored = searcher.storedFields();
            for (ScoreDoc hit : hits) {
                int number =
                        stored.document(hit.doc).getField(NUMBER).numericValue().intValue();
                found.put(chunks.get(number), (double) hit.score / hits[0].score);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory cannot be read", e);
        }
        return found;
    }

    private BooleanQuery query(String text) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String term : terms(text)) {
            query.add(new TermQuery(new Term(BODY, term)), BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }

    /** The first distinct words of the text. */
    Set<String> terms(String text) throws IOException {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream stream = analyzer.tokenStream(BODY, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (terms.size() < MOST_TERMS && stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        }
        return terms;
    }
}
