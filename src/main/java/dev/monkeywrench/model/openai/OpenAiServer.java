package dev.monkeywrench.model.openai;

import dev.monkeywrench.model.LanguageModel;
import dev.monkeywrench.model.ModelServer;
import dev.monkeywrench.model.ServedModels;
import dev.monkeywrench.model.Slots;
import dev.monkeywrench.model.http.Faults;
import dev.monkeywrench.model.http.ServerConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** One server. */
final class OpenAiServer implements ServedModels {

    private final ModelServer server;
    private final Slots slots;
    private final LongSupplier nanoTime;
    private final Faults faults;
    private final RestClient client;
    private final URI path;

    OpenAiServer(ModelServer server, Slots slots, LongSupplier nanoTime) {
        this.server = server;
        this.slots = slots;
        this.nanoTime = nanoTime;
        this.faults = new Faults(server);
        ServerConnection connection = ServerConnection.to(server, nanoTime);
        this.client =
                connection.client().defaultStatusHandler(connection.errors()).build();
        String base = server.address().getPath().replaceAll("/+$", "");
        this.path = server.address().resolve(base + (base.endsWith("/v1") ? "" : "/v1") + "/chat/completions");
    }

    @Override
    public LanguageModel named(String model) {
        return new OpenAiModel(this, model);
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

    /** Blocks until the whole reply is there. */
    String post(String body) {
        byte[] reply = client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .retrieve()
                .body(byte[].class);
        return reply == null ? "" : new String(reply, StandardCharsets.UTF_8);
    }
}
