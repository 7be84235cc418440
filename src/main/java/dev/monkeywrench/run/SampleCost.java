package dev.monkeywrench.run;

import dev.monkeywrench.ledger.Charge;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.ledger.Tariff;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one sample cost: the drawing of it, with what came to nothing on the way, and its verification where that is its own.
 *
 * @param model id of the model that was called; empty where none was
 * @param promptTokens empty where a call did not tell, as are the others
 * @param cachedTokens of these, those that the server took from its cache; empty where it does not say
 * @param drawing calls of models, with the pauses before they were repeated
 * @param waiting for a place at a model server and for sandboxes to be open; empty where it was not measured
 * @param verifying that sandboxes were held
 * @param dollars by the tariff of the day; empty: unknown
 */
public record SampleCost(
        Optional<String> model,
        OptionalLong promptTokens,
        OptionalLong cachedTokens,
        OptionalLong completionTokens,
        Duration drawing,
        Optional<Duration> waiting,
        Duration verifying,
        Optional<BigDecimal> dollars,
        Judging judging) {

    static SampleCost nothing(Judging judging) {
        return new SampleCost(
                Optional.empty(),
                OptionalLong.of(0),
                OptionalLong.of(0),
                OptionalLong.of(0),
                Duration.ZERO,
                Optional.of(Duration.ZERO),
                Duration.ZERO,
                Optional.of(BigDecimal.ZERO),
                judging);
    }

    SampleCost plus(Entry entry, Tariff tariff) {
        Optional<BigDecimal> price = tariff.price(entry);
        Optional<BigDecimal> sum = dollars.flatMap(ours -> price.map(ours::add));
        Optional<Duration> waited =
                waiting.flatMap(ours -> entry.charge().waited().map(ours::plus));
        return switch (entry.charge()) {
            case Charge.ModelCall call ->
                new SampleCost(
                        Optional.of(call.model().value()),
                        sum(promptTokens, call.usage().prompt()),
                        sum(cachedTokens, call.usage().cached()),
                        sum(completionTokens, call.usage().completion()),
                        drawing.plus(call.elapsed()),
                        waited,
                        verifying,
                        sum,
                        judging);
            case Charge.SandboxUse use ->
                new SampleCost(
                        model,
                        promptTokens,
                        cachedTokens,
                        completionTokens,
                        drawing,
                        waited,
                        verifying.plus(use.wall()),
                        sum,
                        judging);
        };
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(one.getAsLong() + other.getAsLong())
                : OptionalLong.empty();
    }
}
