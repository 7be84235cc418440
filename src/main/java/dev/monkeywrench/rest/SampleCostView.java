package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.ModelShapes;
import dev.monkeywrench.run.SampleCost;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a sample cost. What is not known is null, never 0.
 *
 * @param dollars of its drawing, and of its verification where {@code judging} is OWN
 * @param model that was called; null where none was
 * @param cachedTokens of the prompt, those that the server took from its cache
 * @param drawSeconds of calls of models, with the pauses before they were repeated
 * @param waitSeconds for a place at a model server and for sandboxes to be open
 * @param verifySeconds that sandboxes were held
 * @param judging NONE, OWN, CACHED (an earlier run's verdict, which costs nothing), or SHARED with the first sample of the
 *     run that has the same patch, which pays for it
 * @param flops operations of the model; null where its shape is not configured
 */
@Schema(name = "SampleCost")
record SampleCostView(
        @Nullable BigDecimal dollars,
        @Nullable String model,
        @Nullable Long promptTokens,
        @Nullable Long cachedTokens,
        @Nullable Long completionTokens,
        double drawSeconds,
        @Nullable Double waitSeconds,
        double verifySeconds,
        String judging,
        @Nullable Double flops) {

    private static final int DOLLAR_DIGITS = 9;

    static SampleCostView of(SampleCost cost, ModelShapes shapes) {
        OptionalDouble flops = flops(cost, shapes);
        return new SampleCostView(
                cost.dollars().map(SampleCostView::rounded).orElse(null),
                cost.model().orElse(null),
                tokens(cost.promptTokens()),
                tokens(cost.cachedTokens()),
                tokens(cost.completionTokens()),
                seconds(cost.drawing()),
                cost.waiting().map(SampleCostView::seconds).orElse(null),
                seconds(cost.verifying()),
                cost.judging().name(),
                flops.isPresent() ? Double.valueOf(flops.getAsDouble()) : null);
    }

    /** A server that does not tell of its cache is taken to have computed the whole prompt. */
    private static OptionalDouble flops(SampleCost cost, ModelShapes shapes) {
        OptionalLong prompt = cost.promptTokens();
        OptionalLong completion = cost.completionTokens();
        return cost.model().isEmpty() || prompt.isEmpty() || completion.isEmpty()
                ? OptionalDouble.empty()
                : shapes.flops(
                        cost.model().get(),
                        prompt.getAsLong(),
                        cost.cachedTokens().orElse(0),
                        completion.getAsLong());
    }

    private static BigDecimal rounded(BigDecimal dollars) {
        BigDecimal rounded =
                dollars.setScale(DOLLAR_DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded;
    }

    private static @Nullable Long tokens(OptionalLong tokens) {
        return tokens.isPresent() ? Long.valueOf(tokens.getAsLong()) : null;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
