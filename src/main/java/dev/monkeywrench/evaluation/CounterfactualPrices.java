package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.report.OtherPrice;
import dev.monkeywrench.evaluation.report.OtherPrices;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What an evaluation would have cost by tariffs that the user named, for its report. */
public final class CounterfactualPrices {

    /** By no tariff. */
    public static final CounterfactualPrices NONE =
            new CounterfactualPrices(Optional.empty(), new OtherPrices.Tokens(0, 0, 0), List.of());

    private final Optional<BigDecimal> bill;
    private final OtherPrices.Tokens tokens;
    private final List<OtherPrice> prices;

    private CounterfactualPrices(Optional<BigDecimal> bill, OtherPrices.Tokens tokens, List<OtherPrice> prices) {
        this.bill = bill;
        this.tokens = tokens;
        this.prices = List.copyOf(prices);
    }

    /**
     * With what a service tells by one tariff more.
     *
     * @param tariff its name, for people
     * @param told prices of the evaluation, as {@code POST /api/v1/evaluations/{id}/price} has them
     * @param evaluation as {@code GET /api/v1/evaluations/{id}} has it, with its bill
     */
    public CounterfactualPrices and(String tariff, JsonNode told, JsonNode evaluation) {
        LocalDate on = LocalDate.ofInstant(Instant.parse(told.path("at").asString("")), ZoneOffset.UTC);
        List<OtherPrice> all = new ArrayList<>(prices);
        told.path("models").forEach(line -> all.add(price(tariff, on, line)));
        JsonNode used = told.path("tokens");
        return new CounterfactualPrices(
                number(evaluation.path("cost").path("dollars")),
                new OtherPrices.Tokens(
                        used.path("prompt").asLong(0),
                        used.path("completion").asLong(0),
                        used.path("unreported").asInt(0)),
                all);
    }

    private static OtherPrice price(String tariff, LocalDate on, JsonNode line) {
        JsonNode total = line.path("total");
        return new OtherPrice(
                line.path("model").asString(""),
                tariff,
                on,
                number(total.path("dollars")),
                number(total.path("known")).orElse(BigDecimal.ZERO),
                total.path("charges").asInt(0),
                total.path("unpriced").asInt(0));
    }

    private static Optional<BigDecimal> number(JsonNode number) {
        return number.isNumber() ? Optional.of(number.decimalValue()) : Optional.empty();
    }

    /** Beside the bill; empty where no tariff was named. */
    Optional<OtherPrices> beside(int resolved) {
        return prices.isEmpty() ? Optional.empty() : Optional.of(OtherPrices.of(bill, tokens, prices, resolved));
    }
}
