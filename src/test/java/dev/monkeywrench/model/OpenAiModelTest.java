package dev.monkeywrench.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.model.ScriptedModelServer.Answer;
import dev.monkeywrench.model.openai.OpenAiModels;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class OpenAiModelTest extends LanguageModelContract {

    @Override
    ServedModels serving(ModelServer server) {
        return OpenAiModels.create(server, new Slots(4), System::nanoTime);
    }

    @Override
    String reply(String text, String finishReason) {
        return withUsage(choices(finishReason, text)).toString();
    }

    @Override
    String replyWithoutUsage(String text) {
        return choices("stop", text).toString();
    }

    @Override
    String error(String message) {
        ObjectNode reply = new JsonMapper().createObjectNode();
        reply.putObject("error").put("message", message).put("type", "server_error");
        return reply.toString();
    }

    private static ObjectNode withUsage(ObjectNode reply) {
        reply.putObject("usage").put("prompt_tokens", 11).put("completion_tokens", 5);
        return reply;
    }

    private static ObjectNode choices(String reason, String... texts) {
        ObjectNode reply = new JsonMapper().createObjectNode();
        reply.put("id", "chatcmpl-1").put("object", "chat.completion").put("model", "coder:7b");
        ArrayNode choices = reply.putArray("choices");
        for (String text : texts) {
            ObjectNode choice = choices.addObject().put("index", choices.size() - 1);
            choice.put("finish_reason", reason);
            choice.putObject("message").put("role", "assistant").put("content", text);
        }
        return reply;
    }

    @Test
    void sendsEveryParameter() throws Exception {
        try (ScriptedModelServer server = ScriptedModelServer.answering(Answer.ok(reply("a", "stop")))) {
            assertThat(model(server.address()).generate(request(3))).isInstanceOf(Generation.Completed.class);
            ScriptedModelServer.Call call = server.calls().getFirst();
            assertThat(call.path()).isEqualTo("/v1/chat/completions");
            assertThat(call.authorization()).hasValue("Bearer " + KEY);
            assertBody(call.body());
        }
    }

    private static void assertBody(JsonNode body) {
        assertThat(body.path("model").asString("")).isEqualTo("coder:7b");
        assertThat(body.path("temperature").asDouble(0)).isEqualTo(0.8);
        assertThat(body.path("top_p").asDouble(0)).isEqualTo(0.95);
        assertThat(body.path("top_k").asInt(0)).isEqualTo(40);
        assertThat(body.path("min_p").asDouble(0)).isEqualTo(0.05);
        assertThat(body.path("seed").asInt(0)).isEqualTo(7);
        assertThat(body.path("max_tokens").asInt(0)).isEqualTo(512);
        assertThat(body.path("n").asInt(0)).isEqualTo(3);
        assertThat(body.path("stop").path(0).asString("")).isEqualTo("<end>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1", "/v1/"})
    void findsThePathWithAndWithoutTheVersion(String suffix) throws Exception {
        try (ScriptedModelServer server = ScriptedModelServer.answering(Answer.ok(reply("a", "stop")))) {
            Generation generation = model(URI.create(server.address() + suffix)).generate(request(1));
            assertThat(generation).isInstanceOf(Generation.Completed.class);
            assertThat(server.calls().getFirst().path()).isEqualTo("/v1/chat/completions");
        }
    }

    @Test
    void booksAsManyChoicesAsCome() throws Exception {
        assertThat(received(1, "a", "b")).isEqualTo(2);
        assertThat(received(3, "a")).isEqualTo(1);
    }

    private int received(int asked, String... texts) throws Exception {
        Answer answer = Answer.ok(withUsage(choices("stop", texts)).toString());
        try (ScriptedModelServer server = ScriptedModelServer.answering(answer)) {
            Generation generation = model(server.address()).generate(request(asked));
            assertThat(generation).isInstanceOf(Generation.Completed.class);
            return ((Generation.Completed) generation).completions().size();
        }
    }
}
