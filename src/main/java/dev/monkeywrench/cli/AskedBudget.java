package dev.monkeywrench.cli;

import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an evaluation may spend, as the user asks for it. */
final class AskedBudget {

    @Option(names = "--max-cost", paramLabel = "DOLLARS", description = "No instance begins once this is spent.")
    private Optional<BigDecimal> dollars = Optional.empty();

    @Option(names = "--max-tokens", paramLabel = "N", description = "No instance begins once these are spent.")
    private Optional<Long> tokens = Optional.empty();

    /** Refuses what cannot be. */
    void check() {
        if (dollars.map(BigDecimal::signum).orElse(1) < 1 || tokens.orElse(1L) < 1) {
            throw new UsageFault("--max-tokens begins at 1, --max-cost is more than 0");
        }
    }

    boolean isLimited() {
        return dollars.isPresent() || tokens.isPresent();
    }

    void addTo(ObjectNode request) {
        if (isLimited()) {
            addLimits(request.putObject("budget"));
        }
    }

    private void addLimits(ObjectNode budget) {
        dollars.ifPresent(most -> budget.put("dollars", most));
        tokens.ifPresent(most -> budget.put("tokens", most));
    }

    /** A change to the limits that are asked for; the others stay as they are. */
    String change() {
        ObjectNode change = Session.JSON.createObjectNode();
        addLimits(change.putObject("budget"));
        return change.toString();
    }

    /** A change to just these limits: what is not asked for is unlimited. */
    String wholeChange() {
        ObjectNode change = Session.JSON.createObjectNode();
        addLimits(change.putObject("budget").putNull("dollars").putNull("tokens"));
        return change.toString();
    }

    /** Whether it is another one than an evaluation has. */
    boolean differsFrom(JsonNode budget) {
        return byDollars(budget) != 0 || byTokens(budget) != 0;
    }

    /** Whether it allows more of one thing than an evaluation's, and no less of the other. */
    boolean goesBeyond(JsonNode budget) {
        return byDollars(budget) >= 0 && byTokens(budget) >= 0 && differsFrom(budget);
    }

    private int byDollars(JsonNode budget) {
        return compare(dollars, budget.path("dollars"));
    }

    private int byTokens(JsonNode budget) {
        return compare(tokens.map(BigDecimal::valueOf), budget.path("tokens"));
    }

    /** No limit is the largest. */
    private static int compare(Optional<BigDecimal> asked, JsonNode present) {
        if (asked.isEmpty() || !present.isNumber()) {
            return Boolean.compare(asked.isEmpty(), !present.isNumber());
        }
        return asked.get().compareTo(present.decimalValue());
    }
}
