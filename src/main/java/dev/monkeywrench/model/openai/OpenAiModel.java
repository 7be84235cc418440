package dev.monkeywrench.model.openai;

import dev.monkeywrench.model.Generation;
import dev.monkeywrench.model.GenerationRequest;
import dev.monkeywrench.model.LanguageModel;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.Slots;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A model behind chat completions. Not streamed: an interrupt closes the connection at any time. */
final class OpenAiModel implements LanguageModel {

    private final OpenAiServer server;
    private final String name;
    private final ModelId id;

    OpenAiModel(OpenAiServer server, String name) {
        this.server = server;
        this.name = name;
        this.id = new ModelId(server.server().name() + "/" + name);
    }

    @Override
    public ModelId id() {
        return id;
    }

    @Override
    public Generation generate(GenerationRequest request) throws InterruptedException {
        try (Slots.Lease slot = server.slots().take()) {
            return call(request);
        }
    }

    private Generation call(GenerationRequest request) throws InterruptedException {
        long begin = server.nanoTime().getAsLong();
        try {
            JsonNode reply = Wire.reply(server.post(Wire.request(name, request)));
            return generation(reply, since(begin));
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted while calling " + id);
            }
            return server.faults().unavailable(e, since(begin));
        }
    }

    private Generation generation(JsonNode reply, Duration elapsed) {
        if (!reply.path("choices").isArray()) {
            return server.faults().unreadable("no choices in the reply", elapsed);
        }
        return new Generation.Completed(
                Wire.completions(reply), Wire.usage(reply), elapsed, Duration.ZERO, Wire.identity(reply));
    }

    private Duration since(long begin) {
        return Duration.ofNanos(server.nanoTime().getAsLong() - begin);
    }
}
