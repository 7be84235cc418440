package dev.monkeywrench.context.djl;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.monkeywrench.context.Tokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Opens {@code tokenizer.json} files. */
public final class HuggingFaceTokenizers {

    private HuggingFaceTokenizers() {}

    /** Reads the file; nothing is downloaded. */
    public static Tokenizer open(Path file) throws IOException {
        // on a machine with a GPU the library would otherwise fetch a build for it
        keep("RUST_FLAVOR", "cpu");
        keep("ai.djl.offline", "true");
        Map<String, String> options = Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");
        return new VocabularyTokenizer(HuggingFaceTokenizer.newInstance(file, options));
    }

    private static void keep(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
