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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MeterTest {

    private static final ModelId MODEL = new ModelId("server/model");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Tariff NO_PRICES = new Tariff(List.of());

    @Test
    void booksACallThatFailed() throws InterruptedException {
        Meter meter = new Meter(CLOCK, NO_PRICES, Budget.unlimited(), List.of());
        Generation.Unavailable fault =
                new Generation.Unavailable(true, "503", TokenUsage.unknown(), Duration.ofSeconds(2));

        metered(meter, fault).generate(request(100));

        assertThat(meter.take("draw-3"))
                .singleElement()
                .extracting(Entry::charge)
                .isEqualTo(new Charge.ModelCall(
                        MODEL, TokenUsage.unknown(), Duration.ofSeconds(2), Duration.ZERO, Optional.of(Duration.ZERO)));
        assertThat(meter.takeRest()).isEmpty();
    }

    @Test
    void refusesACallTheTokenBudgetMayNotCover() throws InterruptedException {
        Meter meter = new Meter(CLOCK, NO_PRICES, tokens(150), List.of());
        LanguageModel model = metered(meter, answer(10, 90));

        assertThat(model.generate(request(100))).isInstanceOf(Generation.Completed.class);
        assertThat(meter.refused()).isFalse();
        assertThat(model.generate(request(100))).isInstanceOf(Generation.Unavailable.class);
        assertThat(meter.refused()).isTrue();
        assertThat(meter.take("draw-3")).hasSize(1);
    }

    @Test
    void countsWhatAnEarlierLifeSpent() {
        Entry before = new Entry(
                "draw-0",
                new Charge.ModelCall(MODEL, TokenUsage.of(100, 50), Duration.ZERO, Duration.ZERO),
                CLOCK.instant());
        Meter meter = new Meter(CLOCK, NO_PRICES, tokens(150), List.of(before));

        assertThat(meter.spent()).isTrue();
        assertThat(meter.takeRest()).isEmpty();
    }

    /** Two calls in flight whose worst cases overrun together: the second waits for no settlement, it is refused. */
    @Test
    void setsAsideWhatCallsInFlightMayCost() {
        Meter meter = new Meter(CLOCK, NO_PRICES, tokens(150), List.of());
        Charge.ModelCall worst = new Charge.ModelCall(MODEL, TokenUsage.of(0, 100), Duration.ZERO, Duration.ZERO);

        Optional<Reservation> first = meter.reserve(worst);
        assertThat(first).isPresent();
        assertThat(meter.reserve(worst)).isEmpty();
        first.get().close();
        assertThat(meter.reserve(worst)).isPresent();
    }

    @Test
    void refusesAModelWithoutPriceUnderADollarBudget() throws InterruptedException {
        Budget dollars = new Budget(OptionalLong.empty(), Optional.of(BigDecimal.TEN));
        Meter meter = new Meter(CLOCK, NO_PRICES, dollars, List.of());
        assertThat(metered(meter, answer(1, 1)).generate(request(1))).isInstanceOf(Generation.Unavailable.class);

        Tariff priced = new Tariff(List.of(new Tariff.PriceList(
                LocalDate.of(2025, 1, 1),
                Optional.empty(),
                List.of(new Tariff.ModelPrice(
                        "server/*",
                        Optional.of(BigDecimal.ONE),
                        Optional.empty(),
                        Optional.of(BigDecimal.ONE),
                        Optional.empty())))));
        Meter knowing = new Meter(CLOCK, priced, dollars, List.of());
        assertThat(metered(knowing, answer(1, 1)).generate(request(1))).isInstanceOf(Generation.Completed.class);
    }

    private static Budget tokens(long most) {
        return new Budget(OptionalLong.of(most), Optional.empty());
    }

    private static Generation answer(long prompt, long completion) {
        return new Generation.Completed(
                List.of(new Completion("text", FinishReason.STOP)),
                TokenUsage.of(prompt, completion),
                Duration.ofSeconds(1),
                Duration.ZERO,
                "test");
    }

    private static GenerationRequest request(int maxTokens) {
        SamplingParameters parameters = new SamplingParameters(
                1, OptionalDouble.empty(), OptionalInt.empty(), OptionalDouble.empty(), 1, 4096, maxTokens, List.of());
        return new GenerationRequest(new Prompt("", ""), parameters, 1, "draw-3");
    }

    private static LanguageModel metered(Meter meter, Generation reply) {
        LanguageModel scripted = new LanguageModel() {
            @Override
            public ModelId id() {
                return MODEL;
            }

            @Override
            public Generation generate(GenerationRequest request) {
                return reply;
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
        return new MeteredModels(models, meter, CLOCK).find(MODEL).orElseThrow();
    }
}
