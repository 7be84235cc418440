package dev.monkeywrench.model.ollama;

import dev.monkeywrench.model.LanguageModel;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.ModelServer;
import dev.monkeywrench.model.ServedModels;
import dev.monkeywrench.model.Slots;
import dev.monkeywrench.model.http.Faults;
import dev.monkeywrench.model.http.ServerConnection;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** One Ollama server. */
final class OllamaServer implements ServedModels {

    private final ModelServer server;
    private final Slots slots;
    private final LongSupplier nanoTime;
    private final Faults faults;
    private final OllamaApi api;
    private final RestClient plain;

    OllamaServer(ModelServer server, Slots slots, LongSupplier nanoTime) {
        this.server = server;
        this.slots = slots;
        this.nanoTime = nanoTime;
        this.faults = new Faults(server);
        ServerConnection connection = ServerConnection.to(server, nanoTime);
        this.plain =
                connection.client().defaultStatusHandler(connection.errors()).build();
        this.api = OllamaApi.builder()
                .baseUrl(server.address().toString())
                .restClientBuilder(connection.client())
                .responseErrorHandler(connection.errors())
                .build();
    }

    @Override
    public LanguageModel named(String model) {
        return new OllamaModel(this, model);
    }

    ModelServer server() {
        return server;
    }

    Slots slots() {
        return slots;
    }

    LongSupplier nanoTime() {
        return nanoTime;
    }

    Faults faults() {
        return faults;
    }

    OllamaApi api() {
        return api;
    }

    ModelId idOf(String model) {
        return new ModelId(server.name() + "/" + model);
    }

    /** The server's version and the digest of the model's weights, as far as it tells. */
    String identity(String model) {
        String version = ask("/api/version")
                .map(reply -> reply.path("version").asString(""))
                .orElse("");
        String digest = ask("/api/tags").map(reply -> digest(reply, model)).orElse("");
        return ("ollama " + version + (digest.isEmpty() ? "" : ", digest " + digest)).strip();
    }

    private Optional<JsonNode> ask(String path) {
        try {
            return Optional.ofNullable(plain.get().uri(path).retrieve().body(JsonNode.class));
        } catch (RestClientException e) {
            return Optional.empty();
        }
    }

    private static String digest(JsonNode tags, String model) {
        for (JsonNode entry : tags.path("models")) {
            String name = entry.path("name").asString("");
            if (name.equals(model) || name.equals(model + ":latest")) {
                return entry.path("digest").asString("");
            }
        }
        return "";
    }
}
