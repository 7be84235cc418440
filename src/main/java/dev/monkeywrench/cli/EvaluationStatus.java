package dev.monkeywrench.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An evaluation as the service tells it. */
record EvaluationStatus(JsonNode json) {

    static final String BUDGET_SPENT = "BUDGET_SPENT";
    private static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED");

    String id() {
        return json.path("id").asString("");
    }

    String state() {
        return json.path("state").asString("");
    }

    boolean ended() {
        return ENDED.contains(state());
    }

    String endReason() {
        return json.path("endReason").asString("");
    }

    /** Whether a larger budget would have let further instances begin. */
    boolean endedByBudget() {
        return endReason().equals(BUDGET_SPENT);
    }

    /** What its budget left undone, in words. */
    String leftByBudget(int cutShort) {
        return "ended by its budget: " + count("waiting") + " instances did not begin, " + cutShort
                + " were cut short; the same command with a larger budget takes them up";
    }

    /** Whether a run ends once enough has passed, whatever is left to draw. */
    boolean stopsEarly() {
        return json.path("sampling").asString("").equals("STOPS_EARLY");
    }

    JsonNode budget() {
        return json.path("budget");
    }

    int parallel() {
        return json.path("parallel").asInt(1);
    }

    long count(String name) {
        return json.path("counts").path(name).asLong(0);
    }

    JsonNode cost() {
        return json.path("cost");
    }

    /** From its begin to its end; empty where one of them is not there yet. */
    OptionalDouble seconds() {
        String began = json.path("startedAt").asString("");
        String ended = json.path("endedAt").asString("");
        return began.isEmpty() || ended.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Duration.between(Instant.parse(began), Instant.parse(ended))
                                .toMillis()
                        / 1000.0);
    }

    JsonNode estimate() {
        return json.path("estimate");
    }
}
