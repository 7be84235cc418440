package dev.monkeywrench.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A run as the service tells it. */
record RunView(JsonNode json) {

    private static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED", "FAILED");

    String id() {
        return json.path("id").asString("");
    }

    String instanceId() {
        return json.path("instanceId").asString("");
    }

    String state() {
        return json.path("state").asString("");
    }

    String stopReason() {
        return json.path("stopReason").asString("");
    }

    boolean ended() {
        return ENDED.contains(state());
    }

    boolean failed() {
        return state().equals("FAILED");
    }

    boolean resolved() {
        return json.path("resolved").asBoolean(false);
    }

    String sandbox() {
        return json.path("sandbox").asString("");
    }

    long count(String name) {
        return json.path("counts").path(name).asLong(0);
    }

    /** Samples that were no new candidate. */
    long rejected() {
        return count("malformed") + count("empty") + count("duplicate");
    }

    /** Candidates that were judged and did not pass. */
    long notPassed() {
        return count("failed") + count("notApplied") + count("timedOut") + count("tampered") + count("inconclusive");
    }

    List<JsonNode> passing() {
        return json.path("passing").valueStream().toList();
    }

    /** How many samples were drawn when the first one passed. */
    OptionalInt samplesToFirstPass() {
        OptionalInt first = passing().stream()
                .filter(each -> each.path("firstSampleIndex").isNumber())
                .mapToInt(each -> each.path("firstSampleIndex").asInt())
                .min();
        return first.isPresent() ? OptionalInt.of(first.getAsInt() + 1) : first;
    }

    JsonNode ledger() {
        return json.path("ledger");
    }

    Optional<String> problem() {
        JsonNode problem = json.path("problem");
        return problem.isObject() ? Optional.of(ServiceFault.sentence(problem)) : Optional.empty();
    }
}
