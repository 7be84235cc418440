package dev.monkeywrench.model;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** Makes a call again that the server refused for now, a bounded number of times. Tokens and time of all count. */
final class RetryingModel implements LanguageModel {

    private final LanguageModel model;
    private final RetryPolicy policy;
    private final Pause pause;
    private final RandomGenerator random;

    /** The random generator must be thread-safe. */
    RetryingModel(LanguageModel model, RetryPolicy policy, Pause pause, RandomGenerator random) {
        this.model = model;
        this.policy = policy;
        this.pause = pause;
        this.random = random;
    }

    @Override
    public ModelId id() {
        return model.id();
    }

    @Override
    public Generation generate(GenerationRequest request) throws InterruptedException {
        Duration spent = Duration.ZERO;
        TokenUsage used = TokenUsage.unknown();
        for (int attempt = 1; ; attempt++) {
            Generation generation = model.generate(request);
            spent = spent.plus(generation.elapsed());
            used = sumOfKnown(used, generation.usage());
            if (!mayRepeat(generation, attempt, spent)) {
                return with(generation, used, spent);
            }
            Duration wait = policy.wait(attempt, random.nextDouble());
            pause.forSome(wait);
            spent = spent.plus(wait);
        }
    }

    private boolean mayRepeat(Generation generation, int attempt, Duration spent) {
        return generation instanceof Generation.Unavailable fault
                && fault.retryable()
                && attempt < policy.attempts()
                && spent.compareTo(policy.patience()) < 0;
    }

    private static Generation with(Generation generation, TokenUsage usage, Duration elapsed) {
        return switch (generation) {
            case Generation.Completed done ->
                new Generation.Completed(done.completions(), usage, elapsed, done.computed(), done.server());
            case Generation.Unavailable fault ->
                new Generation.Unavailable(fault.retryable(), fault.message(), usage, elapsed);
        };
    }

    /** A failed call that reports nothing is taken to have used nothing: only reported tokens are charged. */
    private static TokenUsage sumOfKnown(TokenUsage one, TokenUsage other) {
        return new TokenUsage(
                sum(one.prompt(), other.prompt()),
                sum(one.completion(), other.completion()),
                sum(one.cached(), other.cached()));
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        if (one.isEmpty()) {
            return other;
        }
        return OptionalLong.of(one.getAsLong() + other.orElse(0));
    }
}
