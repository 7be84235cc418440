package dev.monkeywrench.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Gives many choices of a server that gives few a call: choice i is drawn with the request's seed + i, however the
 * choices are divided into calls.
 *
 * <p>The first call goes alone and warms the server's prefix cache; the others follow together. All have ended when
 * this one ends.
 */
final class DividedModel implements LanguageModel {

    private final LanguageModel model;
    private final int choicesPerCall;
    private final LongSupplier nanoTime;

    DividedModel(LanguageModel model, int choicesPerCall, LongSupplier nanoTime) {
        this.model = model;
        this.choicesPerCall = choicesPerCall;
        this.nanoTime = nanoTime;
    }

    @Override
    public ModelId id() {
        return model.id();
    }

    @Override
    public Generation generate(GenerationRequest request) throws InterruptedException {
        if (request.choices() <= choicesPerCall) {
            return model.generate(request);
        }
        long begin = nanoTime.getAsLong();
        List<GenerationRequest> parts = divided(request);
        List<Generation> generations = new ArrayList<>();
        generations.add(model.generate(parts.getFirst()));
        if (generations.getFirst() instanceof Generation.Completed) {
            generations.addAll(together(parts.subList(1, parts.size())));
        }
        return combined(parts, generations, Duration.ofNanos(nanoTime.getAsLong() - begin));
    }

    private List<GenerationRequest> divided(GenerationRequest request) {
        List<GenerationRequest> parts = new ArrayList<>();
        for (int first = 0; first < request.choices(); first += choicesPerCall) {
            int choices = Math.min(choicesPerCall, request.choices() - first);
            SamplingParameters parameters =
                    request.parameters().withSeed(request.parameters().seed() + first);
            parts.add(new GenerationRequest(request.prompt(), parameters, choices, request.label()));
        }
        return parts;
    }

    private List<Generation> together(List<GenerationRequest> parts) throws InterruptedException {
        List<Callable<Generation>> calls = parts.stream()
                .<Callable<Generation>>map(part -> () -> model.generate(part))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Generation> generations = new ArrayList<>();
            for (Future<Generation> call : threads.invokeAll(calls)) {
                generations.add(call.get());
            }
            return generations;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A call of " + id() + " broke", e.getCause());
        }
    }

    /** Choices keep their places: behind a gap nothing counts, though it was paid for. */
    private static Generation combined(List<GenerationRequest> parts, List<Generation> generations, Duration elapsed) {
        List<Completion> completions = new ArrayList<>();
        Duration computed = Duration.ZERO;
        String server = "";
        boolean whole = true;
        for (int i = 0; i < generations.size(); i++) {
            if (generations.get(i) instanceof Generation.Completed done) {
                int asked = parts.get(i).choices();
                computed = computed.plus(done.computed());
                server = done.server();
                if (whole) {
                    done.completions().stream().limit(asked).forEach(completions::add);
                }
                whole &= done.completions().size() >= asked;
            } else {
                whole = false;
            }
        }
        TokenUsage usage = usageOf(generations);
        if (generations.getFirst() instanceof Generation.Unavailable fault) {
            return new Generation.Unavailable(fault.retryable(), fault.message(), usage, elapsed);
        }
        return new Generation.Completed(completions, usage, elapsed, computed, server);
    }

    /** Unknown where a call that completed does not tell; a call that failed adds what it reported. */
    private static TokenUsage usageOf(List<Generation> generations) {
        return new TokenUsage(
                sum(generations, TokenUsage::prompt),
                sum(generations, TokenUsage::completion),
                sum(generations, TokenUsage::cached));
    }

    private static OptionalLong sum(List<Generation> generations, Function<TokenUsage, OptionalLong> part) {
        long sum = 0;
        boolean known = false;
        for (Generation generation : generations) {
            OptionalLong count = part.apply(generation.usage());
            if (count.isEmpty() && generation instanceof Generation.Completed) {
                return OptionalLong.empty();
            }
            known |= count.isPresent();
            sum += count.orElse(0);
        }
        return known ? OptionalLong.of(sum) : OptionalLong.empty();
    }
}
