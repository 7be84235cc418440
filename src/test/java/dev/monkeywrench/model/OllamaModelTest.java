package dev.monkeywrench.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.model.ScriptedModelServer.Answer;
import dev.monkeywrench.model.ollama.OllamaModels;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OllamaModelTest extends LanguageModelContract {

    @Override
    ServedModels serving(ModelServer server) {
        return OllamaModels.create(server, new Slots(4), System::nanoTime);
    }

    @Override
    String reply(String text, String finishReason) {
        return message(text, finishReason)
                .put("prompt_eval_count", 11)
                .put("eval_count", 5)
                .put("eval_duration", 2_000_000)
                .toString();
    }

    @Override
    String replyWithoutUsage(String text) {
        return message(text, "stop").toString();
    }

    @Override
    String error(String message) {
        return new JsonMapper().createObjectNode().put("error", message).toString();
    }

    private static ObjectNode message(String text, String reason) {
        ObjectNode reply = new JsonMapper().createObjectNode();
        reply.put("model", "coder:7b").put("created_at", "2026-11-01T10:00:00Z");
        reply.putObject("message").put("role", "assistant").put("content", text);
        return reply.put("done", true).put("done_reason", reason);
    }

    @Test
    void sendsEveryParameter() throws Exception {
        try (ScriptedModelServer server = ScriptedModelServer.answering(Answer.ok(reply("a", "stop")))) {
            assertThat(model(server.address()).generate(request(1))).isInstanceOf(Generation.Completed.class);
            ScriptedModelServer.Call call = server.calls().getFirst();
            assertThat(call.path()).isEqualTo("/api/chat");
            assertThat(call.authorization()).hasValue("Bearer " + KEY);
            assertThat(call.body().path("model").asString("")).isEqualTo("coder:7b");
            assertThat(call.body().path("stream").asBoolean(true)).isFalse();
            assertThat(call.body().path("keep_alive").asString("")).isEqualTo("1800s");
            assertOptions(call.body().path("options"));
        }
    }

    private static void assertOptions(JsonNode options) {
        assertThat(options.path("temperature").asDouble(0)).isEqualTo(0.8);
        assertThat(options.path("top_p").asDouble(0)).isEqualTo(0.95);
        assertThat(options.path("top_k").asInt(0)).isEqualTo(40);
        assertThat(options.path("min_p").asDouble(0)).isEqualTo(0.05);
        assertThat(options.path("seed").asInt(0)).isEqualTo(7);
        assertThat(options.path("num_ctx").asInt(0)).isEqualTo(8192);
        assertThat(options.path("num_predict").asInt(0)).isEqualTo(512);
        assertThat(options.path("stop").path(0).asString("")).isEqualTo("<end>");
    }

    @Test
    void drawsChoicesWithNeighbouringSeeds() throws Exception {
        try (ScriptedModelServer server = ScriptedModelServer.answering(Answer.ok(reply("a", "stop")))) {
            DividedModel divided = new DividedModel(model(server.address()), 1, System::nanoTime);
            Generation generation = divided.generate(request(3));
            assertThat(generation)
                    .isInstanceOfSatisfying(
                            Generation.Completed.class,
                            done -> assertThat(done.completions()).hasSize(3));
            assertThat(generation.usage().completion()).hasValue(15);
            assertThat(server.calls())
                    .extracting(call -> call.body().path("options").path("seed").asInt(0))
                    .containsExactlyInAnyOrder(7, 8, 9);
        }
    }

    @Test
    void refusesReplyToPromptThatWasCut() throws Exception {
        String cut = message("a", "stop").put("prompt_eval_count", 8192).toString();
        assertThat(answer(Answer.ok(cut)))
                .isInstanceOfSatisfying(
                        Generation.Unavailable.class,
                        fault ->
                                assertThat(fault.message()).contains("monkeywrench.model.servers.mine.context-length"));
    }
}
