package dev.monkeywrench.context.lucene;

import com.google.re2j.Pattern;
import dev.monkeywrench.instance.RepositoryPath;
import java.util.ArrayList;
import java.util.List;

/** Cuts files where definitions begin, in any language, by the look of their lines. */
final class Chunker {

    private static final int FEW_LINES = 12;
    private static final int MOST_LINES = 80;

    /** No deeper than a method in a class. */
    private static final Pattern DEFINITION = Pattern.compile("^(?:\\t| {0,4})(?:@\\w|(?:export |async |pub |public "
            + "|private |protected |static |final |abstract |sealed )*(?:def|class|func|function|fn|impl|interface|record"
            + "|enum|struct|trait|type|module)\\b|(?:public|private|protected|static)\\b)");

    private Chunker() {}

    static List<Chunk> cut(RepositoryPath path, String text) {
        List<Chunk> chunks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int start = 0;
        for (int i = 1; i <= lines.size(); i++) {
            int length = i - start;
            boolean definition =
                    i < lines.size() && DEFINITION.matcher(lines.get(i)).find();
            boolean afterDecorator = definition && lines.get(i - 1).strip().startsWith("@");
            if (i == lines.size() || length >= MOST_LINES || (length >= FEW_LINES && definition && !afterDecorator)) {
                chunks.add(new Chunk(path, start + 1, length, String.join("\n", lines.subList(start, i)) + "\n"));
                start = i;
            }
        }
        return chunks;
    }
}
