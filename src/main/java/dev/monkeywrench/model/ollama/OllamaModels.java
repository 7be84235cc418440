package dev.monkeywrench.model.ollama;

import dev.monkeywrench.model.ModelServer;
import dev.monkeywrench.model.ServedModels;
import dev.monkeywrench.model.Slots;
import java.util.function.LongSupplier;

/** Models that Ollama serves. */
public final class OllamaModels {

    private OllamaModels() {}

    /** The models of one server; each call of one draws one choice. */
    public static ServedModels create(ModelServer server, Slots slots, LongSupplier nanoTime) {
        return new OllamaServer(server, slots, nanoTime);
    }
}
