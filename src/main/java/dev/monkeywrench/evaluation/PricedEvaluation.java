package dev.monkeywrench.evaluation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation would have cost with other models: its own tokens, priced as if these had used them. What another model
 * would have said is not asked. Every attempt is in it, those that were repeated too.
 *
 * @param at the moment whose prices are taken
 * @param attempts of its instances that began
 * @param forgotten attempts whose run is not kept any more; where there are some, nothing is wholly known
 * @param tokens that were used, as far as they were reported
 * @param asUsed by the models that ran, at the prices of the day
 * @param sandboxes by the same tariff, at that moment
 * @param models in the order asked for
 */
public record PricedEvaluation(
        String evaluation,
        Instant at,
        int attempts,
        int forgotten,
        Tokens tokens,
        Part asUsed,
        Part sandboxes,
        List<Line> models) {

    public PricedEvaluation {
        models = List.copyOf(models);
    }

    /**
     * Tokens of calls.
     *
     * @param unreported calls whose tokens the server did not tell; they are in neither sum
     */
    @Schema(name = "PriceTokens")
    public record Tokens(long prompt, long completion, int unreported) {}

    /**
     * Charges with and without a price.
     *
     * @param dollars of all; null where one is unknown, which is not 0
     * @param known dollars for those that have a price
     * @param unpriced charges that have none, as where no tokens were reported
     */
    @Schema(name = "PricePart")
    public record Part(@Nullable BigDecimal dollars, BigDecimal known, int charges, int unpriced) {}

    /**
     * On one model.
     *
     * @param listed whether the tariff has a price for it
     * @param calls of models
     * @param total of calls and sandboxes
     */
    @Schema(name = "PriceLine")
    public record Line(String model, boolean listed, Part calls, Part total) {}
}
