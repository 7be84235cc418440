package dev.monkeywrench.model.openai;

import dev.monkeywrench.model.Completion;
import dev.monkeywrench.model.FinishReason;
import dev.monkeywrench.model.GenerationRequest;
import dev.monkeywrench.model.SamplingParameters;
import dev.monkeywrench.model.TokenUsage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of chat completions. */
final class Wire {

    private static final JsonMapper JSON = new JsonMapper();

    private Wire() {}

    static String request(String model, GenerationRequest request) {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", model);
        ArrayNode messages = body.putArray("messages");
        if (!request.prompt().system().isEmpty()) {
            messages.addObject()
                    .put("role", "system")
                    .put("content", request.prompt().system());
        }
        messages.addObject().put("role", "user").put("content", request.prompt().user());
        SamplingParameters parameters = request.parameters();
        body.put("temperature", parameters.temperature());
        parameters.topP().ifPresent(value -> body.put("top_p", value));
        parameters.topK().ifPresent(value -> body.put("top_k", value));
        parameters.minP().ifPresent(value -> body.put("min_p", value));
        body.put("seed", parameters.seed());
        body.put("max_tokens", parameters.maxTokens());
        body.put("n", request.choices());
        body.put("stream", false);
        if (!parameters.stop().isEmpty()) {
            ArrayNode stop = body.putArray("stop");
            parameters.stop().forEach(stop::add);
        }
        return JSON.writeValueAsString(body);
    }

    static JsonNode reply(String text) {
        return JSON.readTree(text);
    }

    /** In the order of their index. */
    static List<Completion> completions(JsonNode reply) {
        List<JsonNode> choices = new ArrayList<>();
        reply.path("choices").forEach(choices::add);
        choices.sort(Comparator.comparingInt(choice -> choice.path("index").asInt(0)));
        return choices.stream()
                .map(choice -> new Completion(
                        text(choice.path("message")),
                        reason(choice.path("finish_reason").asString(""))))
                .toList();
    }

    /** Content is a string, or absent, or parts of which those of type text count. */
    private static String text(JsonNode message) {
        JsonNode content = message.path("content");
        if (content.isString()) {
            return content.asString();
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asString("")));
        return text.toString();
    }

    private static FinishReason reason(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "stop" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.OTHER;
        };
    }

    static TokenUsage usage(JsonNode reply) {
        JsonNode usage = reply.path("usage");
        return new TokenUsage(
                count(usage.path("prompt_tokens")),
                count(usage.path("completion_tokens")),
                count(usage.path("prompt_tokens_details").path("cached_tokens")));
    }

    private static OptionalLong count(JsonNode number) {
        boolean told = number.isIntegralNumber() && number.canConvertToLong() && number.asLong() >= 0;
        return told ? OptionalLong.of(number.asLong()) : OptionalLong.empty();
    }

    /** What the server calls the model, and its own state, where it tells. */
    static String identity(JsonNode reply) {
        String model = capped(reply.path("model").asString(""));
        String fingerprint = capped(reply.path("system_fingerprint").asString(""));
        return ("openai " + model + (fingerprint.isEmpty() ? "" : ", " + fingerprint)).strip();
    }

    private static String capped(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
