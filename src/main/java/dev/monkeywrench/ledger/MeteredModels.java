package dev.monkeywrench.ledger;

import dev.monkeywrench.model.Generation;
import dev.monkeywrench.model.GenerationRequest;
import dev.monkeywrench.model.LanguageModel;
import dev.monkeywrench.model.LanguageModels;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Books every call of every model, also one whose reply is useless or never came, and holds calls to the budget. */
public final class MeteredModels implements LanguageModels {

    /** Fewer characters than any tokenizer we know puts into one token on average: the estimate errs high. */
    private static final int CHARACTERS_PER_TOKEN = 2;

    private final LanguageModels models;
    private final Meter meter;
    private final InstantSource clock;

    public MeteredModels(LanguageModels models, Meter meter, InstantSource clock) {
        this.models = models;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public Optional<LanguageModel> find(ModelId id) {
        return models.find(id).map(Metered::new);
    }

    @Override
    public List<ModelId> ids() {
        return models.ids();
    }

    private final class Metered implements LanguageModel {

        private final LanguageModel model;

        Metered(LanguageModel model) {
            this.model = model;
        }

        @Override
        public ModelId id() {
            return model.id();
        }

        @Override
        public Generation generate(GenerationRequest request) throws InterruptedException {
            Optional<Reservation> reserved = meter.reserve(worstOf(request));
            if (reserved.isEmpty()) {
                return new Generation.Unavailable(
                        false,
                        "The budget does not cover another call of " + id() + "; raise the budget of the plan",
                        TokenUsage.of(0, 0),
                        Duration.ZERO);
            }
            try (Reservation held = reserved.get()) {
                return generateAndBook(request);
            }
        }

        private Generation generateAndBook(GenerationRequest request) throws InterruptedException {
            Instant begin = clock.instant();
            try {
                Generation generation = model.generate(request);
                Duration whole = Duration.between(begin, clock.instant());
                meter.book(request.label(), chargeOf(generation, waited(whole, generation.elapsed())));
                return generation;
            } catch (InterruptedException | RuntimeException e) {
                Duration elapsed = Duration.between(begin, clock.instant());
                meter.book(request.label(), new Charge.ModelCall(id(), TokenUsage.unknown(), elapsed, Duration.ZERO));
                throw e;
            }
        }

        /** Adapters count from the moment they have a place at their server: what came before was waiting for it. */
        private static Optional<Duration> waited(Duration whole, Duration elapsed) {
            return Optional.of(whole.compareTo(elapsed) > 0 ? whole.minus(elapsed) : Duration.ZERO);
        }

        private Charge chargeOf(Generation generation, Optional<Duration> waited) {
            return switch (generation) {
                case Generation.Completed done ->
                    new Charge.ModelCall(id(), done.usage(), done.elapsed(), done.computed(), waited);
                case Generation.Unavailable fault ->
                    new Charge.ModelCall(id(), fault.usage(), fault.elapsed(), Duration.ZERO, waited);
            };
        }

        private Charge.ModelCall worstOf(GenerationRequest request) {
            long characters = (long) request.prompt().system().length()
                    + request.prompt().user().length();
            long completion = (long) request.choices() * request.parameters().maxTokens();
            return new Charge.ModelCall(
                    id(),
                    TokenUsage.of(characters / CHARACTERS_PER_TOKEN + 1, completion),
                    Duration.ZERO,
                    Duration.ZERO);
        }
    }
}
