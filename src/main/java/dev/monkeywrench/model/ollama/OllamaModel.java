package dev.monkeywrench.model.ollama;

import dev.monkeywrench.model.Completion;
import dev.monkeywrench.model.FinishReason;
import dev.monkeywrench.model.Generation;
import dev.monkeywrench.model.GenerationRequest;
import dev.monkeywrench.model.LanguageModel;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.Prompt;
import dev.monkeywrench.model.SamplingParameters;
import dev.monkeywrench.model.Slots;
import dev.monkeywrench.model.TokenUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaChatOptions;

/**
 * A model of an Ollama server. Each call is complete in itself: options that are not sent would be the server's, not
 * ours. It is not streamed, as only then an interrupt closes the connection at any time.
 */
final class OllamaModel implements LanguageModel {

    /** No tokenizer puts more characters of ordinary text into one token on average. */
    private static final int MOST_CHARACTERS_PER_TOKEN = 12;

    private final OllamaServer server;
    private final String name;
    private final AtomicReference<Optional<String>> identity = new AtomicReference<>(Optional.empty());

    OllamaModel(OllamaServer server, String name) {
        this.server = server;
        this.name = name;
    }

    @Override
    public ModelId id() {
        return server.idOf(name);
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
            OllamaApi.ChatResponse response = server.api().chat(wire(request));
            return generation(request, response, since(begin));
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted while calling " + id());
            }
            return server.faults().unavailable(e, since(begin));
        }
    }

    private OllamaApi.ChatRequest wire(GenerationRequest request) {
        Prompt prompt = request.prompt();
        List<OllamaApi.Message> messages = new ArrayList<>();
        if (!prompt.system().isEmpty()) {
            messages.add(message(OllamaApi.Message.Role.SYSTEM, prompt.system()));
        }
        messages.add(message(OllamaApi.Message.Role.USER, prompt.user()));
        return OllamaApi.ChatRequest.builder(name).stream(false)
                .messages(messages)
                .keepAlive(server.server().keepAlive().toSeconds() + "s")
                .options(options(request.parameters()))
                .build();
    }

    private static OllamaApi.Message message(OllamaApi.Message.Role role, String text) {
        return OllamaApi.Message.builder(role).content(text).build();
    }

    private OllamaChatOptions options(SamplingParameters parameters) {
        OllamaChatOptions.Builder options = OllamaChatOptions.builder();
        options.model(name);
        options.temperature(parameters.temperature());
        parameters.topP().ifPresent(options::topP);
        parameters.topK().ifPresent(options::topK);
        parameters.minP().ifPresent(options::minP);
        options.seed(parameters.seed());
        options.numCtx(parameters.contextLength());
        options.numPredict(parameters.maxTokens());
        if (!parameters.stop().isEmpty()) {
            options.stop(parameters.stop());
        }
        return options.build();
    }

    private Generation generation(
            GenerationRequest request, OllamaApi.@Nullable ChatResponse response, Duration elapsed)
            throws InterruptedException {
        if (response == null || response.message() == null || !Boolean.TRUE.equals(response.done())) {
            return server.faults().unreadable("no complete message in the reply", elapsed);
        }
        OptionalLong prompt = count(response.promptEvalCount());
        int contextLength = request.parameters().contextLength();
        if (prompt.orElse(0) >= contextLength) {
            return new Generation.Unavailable(
                    false,
                    server.server() + " cut the prompt to its " + contextLength
                            + " tokens of context. Raise monkeywrench.model.servers."
                            + server.server().name() + ".context-length, or show the model less",
                    new TokenUsage(prompt, count(response.evalCount()), OptionalLong.empty()),
                    elapsed);
        }
        boolean plausible = isPlausible(request.prompt(), prompt);
        TokenUsage usage = new TokenUsage(
                plausible ? prompt : OptionalLong.empty(), count(response.evalCount()), OptionalLong.empty());
        Duration computed = duration(response.promptEvalDuration()).plus(duration(response.evalDuration()));
        String marked = identity() + (plausible ? "" : ", implausible prompt count " + prompt.orElse(0));
        return new Generation.Completed(List.of(completion(response)), usage, elapsed, computed, marked);
    }

    private static Completion completion(OllamaApi.ChatResponse response) {
        String text = response.message().content();
        FinishReason reason = switch (String.valueOf(response.doneReason())) {
            case "stop" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            default -> FinishReason.OTHER;
        };
        return new Completion(text == null ? "" : text, reason);
    }

    /** A server that leaves the cached part of a prompt out of its count tells less than was read. */
    private static boolean isPlausible(Prompt prompt, OptionalLong count) {
        long characters = (long) prompt.system().length() + prompt.user().length();
        return count.isEmpty() || characters <= (count.getAsLong() + 100) * MOST_CHARACTERS_PER_TOKEN;
    }

    /** A count that is missing comes as 0 or not at all. */
    private static OptionalLong count(@Nullable Integer count) {
        return count == null || count <= 0 ? OptionalLong.empty() : OptionalLong.of(count);
    }

    private static Duration duration(@Nullable Long nanos) {
        return nanos == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, nanos));
    }

    private Duration since(long begin) {
        return Duration.ofNanos(server.nanoTime().getAsLong() - begin);
    }

    /** Asked for once, after the first call that completed. */
    private String identity() throws InterruptedException {
        Optional<String> known = identity.get();
        if (known.isPresent()) {
            return known.get();
        }
        String found = server.identity(name);
        if (Thread.interrupted()) {
            throw new InterruptedException("Interrupted while asking who " + id() + " is");
        }
        identity.set(Optional.of(found));
        return found;
    }
}
