package dev.monkeywrench.model;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the language models.
 *
 * @param servers by the name that comes first in a model id; one named {@code ollama} on this machine is there unless
 *     configured otherwise
 * @param retry how calls are repeated that a server refuses for now
 */
@ConfigurationProperties("monkeywrench.model")
record ModelSettings(
        @DefaultValue Map<String, ServerSettings> servers,
        @DefaultValue RetrySettings retry) {

    private static final URI OLLAMA_HERE = URI.create("http://127.0.0.1:11434");

    /**
     * One server.
     *
     * @param kind ollama or openai
     * @param apiKey sent as bearer token; never logged
     * @param contextLength tokens of prompt and completion together
     * @param maxTokens tokens of one completion at most
     * @param keepAlive how long the model stays loaded after a call (Ollama)
     * @param timeout of one call, the whole reply included
     * @param connectTimeout of connecting
     * @param parallel calls in flight at most
     * @param choicesPerCall choices asked for in one call (openai); Ollama gives one
     * @param reply size of a reply at most
     * @param models names to list; any other the server has can be used too
     */
    record ServerSettings(
            ServerKind kind,
            URI url,
            Optional<String> apiKey,
            @DefaultValue("32768") int contextLength,
            @DefaultValue("4096") int maxTokens,
            @DefaultValue("30m") Duration keepAlive,
            @DefaultValue("10m") Duration timeout,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("4") int parallel,
            @DefaultValue("8") int choicesPerCall,
            @DefaultValue("16MB") DataSize reply,
            @DefaultValue List<String> models) {

        ServerSettings {
            models = List.copyOf(models);
        }

        ModelServer named(String name) {
            return new ModelServer(
                    name, url, apiKey.map(ApiKey::new), connectTimeout, timeout, reply.toBytes(), keepAlive);
        }

        int choicesOfKind() {
            return switch (kind) {
                case OLLAMA -> 1;
                case OPENAI -> choicesPerCall;
            };
        }

        @Override
        public String toString() {
            return kind + " at " + url;
        }
    }

    /**
     * Repeated calls.
     *
     * @param attempts in all
     * @param firstWait before the second, doubled each time
     * @param longestWait between two
     * @param patience after which no further attempt begins
     */
    record RetrySettings(
            @DefaultValue("4") int attempts,
            @DefaultValue("1s") Duration firstWait,
            @DefaultValue("30s") Duration longestWait,
            @DefaultValue("2m") Duration patience) {

        RetryPolicy policy() {
            return new RetryPolicy(attempts, firstWait, longestWait, patience);
        }
    }

    static ServerSettings ollamaHere() {
        return new ServerSettings(
                ServerKind.OLLAMA,
                OLLAMA_HERE,
                Optional.empty(),
                32768,
                4096,
                Duration.ofMinutes(30),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                4,
                1,
                DataSize.ofMegabytes(16),
                List.of());
    }
}
