package dev.monkeywrench.context.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.monkeywrench.context.Tokenizer;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuggingFaceTokenizersTest {

    private static final String VOCABULARY = """
            {
              "version": "1.0",
              "truncation": null,
              "padding": null,
              "added_tokens": [],
              "normalizer": null,
              "pre_tokenizer": {"type": "Whitespace"},
              "post_processor": null,
              "decoder": null,
              "model": {
                "type": "WordLevel",
                "vocab": {"[UNK]": 0, "return": 1, "half": 2},
                "unk_token": "[UNK]"
              }
            }
            """;

    @TempDir
    private Path folder;

    private final RecordingSelector connections = new RecordingSelector();
    private final ProxySelector usual = ProxySelector.getDefault();

    @BeforeEach
    void watchConnections() {
        ProxySelector.setDefault(connections);
    }

    @AfterEach
    void stopWatching() {
        ProxySelector.setDefault(usual);
    }

    private Tokenizer opened() throws IOException {
        return HuggingFaceTokenizers.open(Files.writeString(folder.resolve("tokenizer.json"), VOCABULARY));
    }

    @Test
    void countsTokensOfTheVocabulary() throws IOException {
        Tokenizer tokenizer = opened();

        assertThat(tokenizer.count("")).isZero();
        assertThat(tokenizer.count("return half of it")).isEqualTo(4);
    }

    @Test
    void countsBeyondTheUsualLengthOfAModel() throws IOException {
        assertThat(opened().count("half ".repeat(2000))).isEqualTo(2000);
    }

    @Test
    void reachesNoNetwork() throws IOException {
        opened().count("return half");

        assertThat(connections.asked).isEmpty();
        assertThat(System.getProperty("RUST_FLAVOR")).isEqualTo("cpu");
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    }

    @Test
    void refusesAFileThatHoldsNoVocabulary() throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), "{}");

        assertThatException().isThrownBy(() -> HuggingFaceTokenizers.open(file));
        assertThat(connections.asked).isEmpty();
    }

    /** Every connection by URL or HttpClient asks it first. */
    private static final class RecordingSelector extends ProxySelector {

        private final List<URI> asked = new ArrayList<>();

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }
}
