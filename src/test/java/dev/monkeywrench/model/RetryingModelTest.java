package dev.monkeywrench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryingModelTest {

    private static final RetryPolicy POLICY =
            new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(2));

    private final List<Duration> waits = new ArrayList<>();

    private Generation run(ScriptedModel model) throws InterruptedException {
        return new RetryingModel(model, POLICY, waits::add, new Random(7)).generate(LanguageModelContract.request(1));
    }

    private static Generation busy(Duration elapsed) {
        return new Generation.Unavailable(true, "busy", TokenUsage.unknown(), elapsed);
    }

    private static Generation done() {
        return new Generation.Completed(
                List.of(new Completion("a", FinishReason.STOP)),
                TokenUsage.of(11, 5),
                Duration.ofSeconds(2),
                Duration.ZERO,
                "scripted");
    }

    @Test
    void callsAgainUntilTheServerAnswers() throws Exception {
        ScriptedModel model = new ScriptedModel(busy(Duration.ofSeconds(1)), done());
        Generation generation = run(model);
        assertThat(generation).isInstanceOf(Generation.Completed.class);
        assertThat(generation.usage()).isEqualTo(TokenUsage.of(11, 5));
        assertThat(generation.elapsed()).isEqualTo(Duration.ofSeconds(3).plus(waits.getFirst()));
    }

    @Test
    void givesUpAfterItsAttempts() throws Exception {
        ScriptedModel model = new ScriptedModel(busy(Duration.ZERO));
        assertThat(run(model)).isInstanceOf(Generation.Unavailable.class);
        assertThat(model.calls).isEqualTo(3);
        assertThat(waits.getFirst()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(waits.getLast()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void givesUpWhenItsPatienceHasEnded() throws Exception {
        ScriptedModel model = new ScriptedModel(busy(Duration.ofMinutes(3)));
        assertThat(run(model)).isInstanceOf(Generation.Unavailable.class);
        assertThat(model.calls).isEqualTo(1);
    }

    @Test
    void doesNotRepeatWhatCannotGoThrough() throws Exception {
        ScriptedModel model =
                new ScriptedModel(new Generation.Unavailable(false, "no model", TokenUsage.unknown(), Duration.ZERO));
        assertThat(run(model)).isInstanceOf(Generation.Unavailable.class);
        assertThat(model.calls).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void leavesWhenInterruptedWhileWaiting() {
        Pause interrupted = time -> {
            throw new InterruptedException("woken");
        };
        RetryingModel model =
                new RetryingModel(new ScriptedModel(busy(Duration.ZERO)), POLICY, interrupted, new Random(7));
        assertThatThrownBy(() -> model.generate(LanguageModelContract.request(1)))
                .isInstanceOf(InterruptedException.class);
    }

    private static final class ScriptedModel implements LanguageModel {

        private final List<Generation> generations;
        private int calls;

        ScriptedModel(Generation... generations) {
            this.generations = List.of(generations);
        }

        @Override
        public ModelId id() {
            return new ModelId("scripted/model");
        }

        @Override
        public Generation generate(GenerationRequest request) {
            return generations.get(Math.min(calls++, generations.size() - 1));
        }
    }
}
