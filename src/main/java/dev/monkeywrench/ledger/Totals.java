package dev.monkeywrench.ledger;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Charges added up.
 *
 * @param modelCalls how many calls of a model
 * @param promptTokens empty when a call did not report them: unknown, not 0
 * @param modelTime time model servers were held
 * @param dollars empty when a price is unknown
 */
public record Totals(
        int modelCalls,
        OptionalLong promptTokens,
        OptionalLong completionTokens,
        Duration modelTime,
        Duration sandboxWall,
        Duration sandboxCpu,
        Optional<BigDecimal> dollars) {

    public static final Totals ZERO = new Totals(
            0,
            OptionalLong.of(0),
            OptionalLong.of(0),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Optional.of(BigDecimal.ZERO));

    static Totals of(Charge charge, Optional<BigDecimal> dollars) {
        return switch (charge) {
            case Charge.ModelCall call ->
                new Totals(
                        1,
                        call.usage().prompt(),
                        call.usage().completion(),
                        call.elapsed(),
                        Duration.ZERO,
                        Duration.ZERO,
                        dollars);
            case Charge.SandboxUse use ->
                new Totals(0, OptionalLong.of(0), OptionalLong.of(0), Duration.ZERO, use.wall(), use.cpu(), dollars);
        };
    }

    public Totals plus(Totals other) {
        return new Totals(
                modelCalls + other.modelCalls,
                sum(promptTokens, other.promptTokens),
                sum(completionTokens, other.completionTokens),
                modelTime.plus(other.modelTime),
                sandboxWall.plus(other.sandboxWall),
                sandboxCpu.plus(other.sandboxCpu),
                dollars.flatMap(ours -> other.dollars.map(ours::add)));
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(one.getAsLong() + other.getAsLong())
                : OptionalLong.empty();
    }
}
