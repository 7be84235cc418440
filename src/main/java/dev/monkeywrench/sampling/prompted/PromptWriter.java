package dev.monkeywrench.sampling.prompted;

import dev.monkeywrench.context.Excerpt;
import dev.monkeywrench.context.Retriever;
import dev.monkeywrench.context.TokenBudget;
import dev.monkeywrench.context.Tokenizer;
import dev.monkeywrench.model.Prompt;
import dev.monkeywrench.sampling.SamplingBrief;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes prompts that fit: instructions, then the problem statement, failing visible tests and excerpts as delimited
 * material. The statement may take half of what there is, the tests a fifth of the rest, the excerpts what is left.
 */
final class PromptWriter {

    static final String VERSION = "v1";

    /** What the server's chat template adds, and some for the tokenizer's error. */
    private static final int MARGIN = 128;

    private static final String CUT = "\n[… cut here …]\n";
    private static final String SYSTEM = resource("system-" + VERSION + ".txt");

    private final Retriever retriever;
    private final Tokenizer tokenizer;

    PromptWriter(Retriever retriever, Tokenizer tokenizer) {
        this.retriever = retriever;
        this.tokenizer = tokenizer;
    }

    Prompt write(SamplingBrief brief, int tokens) {
        int left = Math.max(0, tokens - MARGIN - tokenizer.count(SYSTEM));
        String statement = cut(brief.instance().problemStatement().text(), left / 2);
        String head = Delimiters.around("problem_statement", "", statement);
        left = Math.max(0, left - tokenizer.count(head));
        String failures = cut(brief.evidence().failures(), left / 5);
        String tests = failures.isBlank() ? "" : Delimiters.around("failing_tests", "", failures);
        left = Math.max(0, left - tokenizer.count(tests));
        List<String> files = new ArrayList<>();
        for (Excerpt excerpt : retriever
                .retrieve(
                        brief.workspace(), brief.instance().problemStatement(), brief.evidence(), new TokenBudget(left))
                .excerpts()) {
            String file = file(excerpt);
            left -= tokenizer.count(file);
            if (left >= 0) {
                files.add(file);
            }
        }
        return new Prompt(SYSTEM, head + tests + String.join("", files));
    }

    private static String file(Excerpt excerpt) {
        long lines = excerpt.text().lines().count();
        String attributes = "path=\"" + excerpt.path().value().replace("\"", "&quot;") + "\" lines=\""
                + excerpt.firstLine() + "-" + (excerpt.firstLine() + lines - 1) + "\"";
        return Delimiters.around("file", attributes, excerpt.text());
    }

    /** The text, or so much of its beginning and end as fits: the middle of a long one matters least. */
    private String cut(String text, int tokens) {
        if (tokenizer.count(text) <= tokens) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (tokenizer.count(shortened(text, middle)) <= tokens) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : shortened(text, low);
    }

    private static String shortened(String text, int characters) {
        int tail = characters / 4;
        int head = characters - tail;
        return whole(text.substring(0, head)) + CUT + text.substring(text.length() - tail);
    }

    /** Not half of a character that takes two. */
    private static String whole(String text) {
        boolean half = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        return half ? text.substring(0, text.length() - 1) : text;
    }

    /** Twelve digits of the SHA-256 of both parts. */
    static String digest(Prompt prompt) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(prompt.system().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(prompt.user().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = PromptWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The prompt " + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The prompt " + name + " cannot be read", e);
        }
    }
}
