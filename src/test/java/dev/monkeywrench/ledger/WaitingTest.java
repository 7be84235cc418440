package dev.monkeywrench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.model.Completion;
import dev.monkeywrench.model.FinishReason;
import dev.monkeywrench.model.Generation;
import dev.monkeywrench.model.GenerationRequest;
import dev.monkeywrench.model.LanguageModel;
import dev.monkeywrench.model.LanguageModels;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.Prompt;
import dev.monkeywrench.model.SamplingParameters;
import dev.monkeywrench.model.TokenUsage;
import dev.monkeywrench.run.ScriptedSandboxes;
import dev.monkeywrench.sandbox.Lease;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What was waited for is told apart from what was used. */
class WaitingTest {

    private static final ModelId MODEL = new ModelId("server/model");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Meter meter = new Meter(() -> now, new Tariff(List.of()), Budget.unlimited(), List.of());

    @Test
    void aCallThatStoodInLineBooksTheLine() throws InterruptedException {
        LanguageModel model = metered(() -> {
            pass(7);
            return new Generation.Completed(
                    List.of(new Completion("text", FinishReason.STOP)),
                    TokenUsage.of(10, 3),
                    Duration.ofSeconds(2),
                    Duration.ZERO,
                    "test");
        });
        model.generate(request());

        assertThat(meter.take("draw-3"))
                .singleElement()
                .extracting(entry -> entry.charge().waited())
                .isEqualTo(Optional.of(Duration.ofSeconds(5)));
    }

    @Test
    void aSandboxBooksTheTimeUntilItWasOpenBesideThatItWasHeld() throws Exception {
        MeteredSandboxes sandboxes = new MeteredSandboxes(new SlowSandboxes(), meter, () -> now);
        Owner owner = new Owner("run", "verify-a");

        assertThat(sandboxes.lease(() -> "t", new Limits(1, 1, 1, 1, 1, Duration.ofMinutes(1)), owner))
                .isInstanceOf(Lease.Refused.class);
        try (Sandbox sandbox = sandboxes.open(() -> "t", new Limits(1, 1, 1, 1, 1, Duration.ofMinutes(1)), owner)) {
            pass(1);
        }

        // 4 s for a kept one that was refused, 3 s for the fresh one
        assertThat(meter.take("verify-a"))
                .extracting(Entry::charge)
                .containsExactly(new Charge.SandboxUse(
                        SandboxKind.BUBBLEWRAP,
                        Duration.ofSeconds(1),
                        Duration.ZERO,
                        Optional.of(Duration.ofSeconds(7))));
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private final class SlowSandboxes implements Sandboxes {

        private final ScriptedSandboxes scripted = new ScriptedSandboxes();

        @Override
        public SandboxKind kind() {
            return scripted.kind();
        }

        @Override
        public Template prepare(TemplateSpec spec) {
            return scripted.prepare(spec);
        }

        @Override
        public Sandbox open(Template template, Limits limits, Owner owner) {
            pass(3);
            return scripted.open(template, limits, owner);
        }

        @Override
        public Lease lease(Template template, Limits limits, Owner owner) {
            pass(4);
            return new Lease.Refused("");
        }
    }

    private interface Reply {
        Generation of();
    }

    private LanguageModel metered(Reply reply) {
        LanguageModel scripted = new LanguageModel() {
            @Override
            public ModelId id() {
                return MODEL;
            }

            @Override
            public Generation generate(GenerationRequest request) {
                return reply.of();
            }
        };
        LanguageModels models = new LanguageModels() {
            @Override
            public Optional<LanguageModel> find(ModelId id) {
                return Optional.of(scripted);
            }

            @Override
            public List<ModelId> ids() {
                return List.of(MODEL);
            }
        };
        return new MeteredModels(models, meter, () -> now).find(MODEL).orElseThrow();
    }

    private static GenerationRequest request() {
        SamplingParameters parameters = new SamplingParameters(
                1, OptionalDouble.empty(), OptionalInt.empty(), OptionalDouble.empty(), 1, 4096, 100, List.of());
        return new GenerationRequest(new Prompt("", ""), parameters, 1, "draw-3");
    }
}
