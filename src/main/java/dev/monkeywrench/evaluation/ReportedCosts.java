package dev.monkeywrench.evaluation;

import dev.monkeywrench.run.Judging;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Costs of samples in the file of an evaluation, by the names that they have over REST; what is unknown is left out. */
public final class ReportedCosts {

    private ReportedCosts() {}

    static void put(ObjectNode json, ReportedCost cost) {
        cost.dollars().ifPresent(dollars -> json.put("dollars", dollars));
        cost.model().ifPresent(model -> json.put("model", model));
        cost.promptTokens().ifPresent(tokens -> json.put("promptTokens", tokens));
        cost.cachedTokens().ifPresent(tokens -> json.put("cachedTokens", tokens));
        cost.completionTokens().ifPresent(tokens -> json.put("completionTokens", tokens));
        json.put("drawSeconds", seconds(cost.drawing()));
        cost.waiting().ifPresent(waiting -> json.put("waitSeconds", seconds(waiting)));
        json.put("verifySeconds", seconds(cost.verifying()));
        json.put("judging", cost.judging().name());
        cost.flops().ifPresent(flops -> json.put("flops", flops));
    }

    /** Reads what a service tells or a file holds; empty where it is no object. */
    public static Optional<ReportedCost> read(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new ReportedCost(
                number(json, "dollars"),
                Optional.of(json.path("model").asString("")).filter(model -> !model.isEmpty()),
                tokens(json, "promptTokens"),
                tokens(json, "cachedTokens"),
                tokens(json, "completionTokens"),
                number(json, "drawSeconds").map(ReportedCosts::time).orElse(Duration.ZERO),
                number(json, "waitSeconds").map(ReportedCosts::time),
                number(json, "verifySeconds").map(ReportedCosts::time).orElse(Duration.ZERO),
                Judging.valueOf(json.path("judging").asString(Judging.NONE.name())),
                json.path("flops").isNumber()
                        ? OptionalDouble.of(json.path("flops").doubleValue())
                        : OptionalDouble.empty()));
    }

    private static Optional<BigDecimal> number(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    private static OptionalLong tokens(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }

    private static Duration time(BigDecimal seconds) {
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3);
    }
}
