package dev.monkeywrench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.model.ScriptedModelServer.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every adapter of a model server does. */
abstract class LanguageModelContract {

    static final String KEY = "sk-secret-0123456789";
    private static final int MOST_REPLY_BYTES = 20_000;

    abstract ServedModels serving(ModelServer server);

    /** A reply in the server's form, with 11 tokens of prompt and 5 of completion. */
    abstract String reply(String text, String finishReason);

    abstract String replyWithoutUsage(String text);

    abstract String error(String message);

    LanguageModel model(URI address) {
        ModelServer server = new ModelServer(
                "mine",
                address,
                Optional.of(new ApiKey(KEY)),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                MOST_REPLY_BYTES,
                Duration.ofMinutes(30));
        return serving(server).named("coder:7b");
    }

    static GenerationRequest request(int choices) {
        SamplingParameters parameters = new SamplingParameters(
                0.8,
                OptionalDouble.of(0.95),
                OptionalInt.of(40),
                OptionalDouble.of(0.05),
                7,
                8192,
                512,
                List.of("<end>"));
        return new GenerationRequest(new Prompt("Repair.", "def f(): pass"), parameters, choices, "draw-0");
    }

    Generation answer(Answer answer) throws IOException, InterruptedException {
        try (ScriptedModelServer server = ScriptedModelServer.answering(answer)) {
            return model(server.address()).generate(request(1));
        }
    }

    private Generation.Completed completed(String body) throws IOException, InterruptedException {
        Generation generation = answer(Answer.ok(body));
        assertThat(generation).isInstanceOf(Generation.Completed.class);
        return (Generation.Completed) generation;
    }

    private Generation.Unavailable unavailable(Answer answer) throws IOException, InterruptedException {
        Generation generation = answer(answer);
        assertThat(generation).isInstanceOf(Generation.Unavailable.class);
        Generation.Unavailable fault = (Generation.Unavailable) generation;
        assertThat(fault.message()).contains("Model server 'mine'").doesNotContain(KEY);
        return fault;
    }

    @Test
    void returnsCompletionWithItsUsage() throws Exception {
        Generation.Completed done = completed(reply("héllo", "stop"));
        assertThat(done.completions()).containsExactly(new Completion("héllo", FinishReason.STOP));
        assertThat(done.usage().prompt()).hasValue(11);
        assertThat(done.usage().completion()).hasValue(5);
    }

    @Test
    void tellsCompletionThatWasCutFromOneThatEnded() throws Exception {
        assertThat(completed(reply("half", "length")).completions())
                .containsExactly(new Completion("half", FinishReason.LENGTH));
    }

    @Test
    void tellsReasonItDoesNotKnowAsOther() throws Exception {
        assertThat(completed(reply("", "moon")).completions()).containsExactly(new Completion("", FinishReason.OTHER));
    }

    @Test
    void takesMissingUsageForUnknown() throws Exception {
        assertThat(completed(replyWithoutUsage("text")).usage()).isEqualTo(TokenUsage.unknown());
    }

    @Test
    void namesServerAndModelWhenTheModelIsNotThere() throws Exception {
        Generation.Unavailable fault = unavailable(new Answer(404, error("model 'coder:7b' not found"), 0));
        assertThat(fault.retryable()).isFalse();
        assertThat(fault.message()).contains("404", "coder:7b");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void takesBusyServerForUnavailableForNow(int status) throws Exception {
        Generation.Unavailable fault = unavailable(new Answer(status, error("too busy"), 0));
        assertThat(fault.retryable()).isTrue();
        assertThat(fault.message()).contains(String.valueOf(status), "too busy");
        assertThat(fault.usage()).isEqualTo(TokenUsage.unknown());
    }

    @Test
    void keepsTheKeyOutOfMessagesThoughTheServerRepeatsIt() throws Exception {
        Generation.Unavailable fault = unavailable(new Answer(401, error("Incorrect key " + KEY), 0));
        assertThat(fault.retryable()).isFalse();
        assertThat(fault.message()).contains("Incorrect key", "monkeywrench.model.servers.mine.api-key");
    }

    @Test
    void takesRefusedConnectionForUnavailableForNow() throws Exception {
        Generation generation = model(nobody()).generate(request(1));
        assertThat(generation).isInstanceOfSatisfying(Generation.Unavailable.class, fault -> {
            assertThat(fault.retryable()).isTrue();
            assertThat(fault.message()).contains("cannot be reached", "monkeywrench.model.servers.mine.url");
        });
    }

    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"mess", "<html>busy</html>", "[]", "{}", "null", "7"})
    void takesReplyItCannotReadForUnavailable(String body) throws Exception {
        Generation.Unavailable fault = unavailable(Answer.ok(body));
        assertThat(fault.retryable()).isFalse();
        assertThat(fault.message()).contains("cannot be read");
    }

    @Test
    void takesReplyThatBreaksOffForUnavailableForNow() throws Exception {
        String whole = reply("a long story", "stop");
        assertThat(unavailable(new Answer(200, whole.substring(0, whole.length() / 2), 500))
                        .retryable())
                .isTrue();
    }

    @Test
    void stopsReadingReplyThatIsTooLong() throws Exception {
        Generation.Unavailable fault = unavailable(Answer.ok(reply("x".repeat(3 * MOST_REPLY_BYTES), "stop")));
        assertThat(fault.retryable()).isFalse();
        assertThat(fault.message()).contains(MOST_REPLY_BYTES + " bytes");
    }

    @Test
    void closesTheConnectionWhenInterrupted() throws Exception {
        try (SilentModelServer server = new SilentModelServer()) {
            LanguageModel model = model(server.address());
            FutureTask<Generation> call = new FutureTask<>(() -> model.generate(request(1)));
            Thread caller = Thread.ofVirtual().start(call);
            assertThat(server.isCalled()).isTrue();
            caller.interrupt();
            assertThat(server.isLeft()).isTrue();
            assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        }
    }
}
