package dev.monkeywrench.model.openai;

import dev.monkeywrench.model.ModelServer;
import dev.monkeywrench.model.ServedModels;
import dev.monkeywrench.model.Slots;
import java.util.function.LongSupplier;

/** Models behind an endpoint compatible with OpenAI's. */
public final class OpenAiModels {

    private OpenAiModels() {}

    /** The models of one server; a call of one asks for all its choices at once. */
    public static ServedModels create(ModelServer server, Slots slots, LongSupplier nanoTime) {
        return new OpenAiServer(server, slots, nanoTime);
    }
}
