package dev.monkeywrench.cli;

import dev.monkeywrench.instance.InstanceId;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the check found of one instance.
 *
 * @param reason in words; empty where there is nothing to say
 * @param contradictions where the unpatched tree belies the instance's lists, flakiness aside
 * @param flaky tests that ended in more than one way, each with how often
 * @param preparation seconds until a first candidate can be judged; empty where it did not come so far
 * @param candidate seconds of judging one; empty where none was judged
 * @param cached whether tests were run by an earlier run, so that the preparation says too little
 */
record CheckedInstance(
        InstanceId id,
        Standing standing,
        String reason,
        List<String> contradictions,
        Map<String, String> flaky,
        int failToPass,
        int passToPass,
        OptionalDouble preparation,
        OptionalDouble candidate,
        boolean cached) {

    /** Whether an instance can be judged, as far as its own gold patch tells. */
    enum Standing {
        SOUND("sound", true),
        FLAKY("sound, flaky tests", true),
        NO_GOLD_PATCH("no gold patch", true),
        CONTRADICTED("contradicted", false),
        GOLD_PATCH_FAILS("gold patch fails", false),
        UNSOUND("unsound", false),
        NOT_JUDGED("not judged", false);

        private final String words;
        private final boolean usable;

        Standing(String words, boolean usable) {
            this.words = words;
            this.usable = usable;
        }

        String words() {
            return words;
        }

        boolean usable() {
            return usable;
        }
    }

    CheckedInstance {
        contradictions = List.copyOf(contradictions);
        flaky = Map.copyOf(flaky);
    }

    static CheckedInstance failed(InstanceId id, Standing standing, String reason) {
        return new CheckedInstance(
                id, standing, reason, List.of(), Map.of(), 0, 0, OptionalDouble.empty(), OptionalDouble.empty(), false);
    }

    ObjectNode json() {
        ObjectNode json = Session.JSON.createObjectNode();
        json.put("instance_id", id.value());
        json.put("standing", standing.name()).put("usable", standing.usable()).put("reason", reason);
        json.put("failToPass", failToPass).put("passToPass", passToPass);
        contradictions.forEach(json.putArray("contradictions")::add);
        ObjectNode tests = json.putObject("flaky");
        new TreeMap<>(flaky).forEach(tests::put);
        put(json, "preparationSeconds", preparation);
        put(json, "candidateSeconds", candidate);
        json.put("cached", cached);
        return json;
    }

    /** What was not measured is null, never 0. */
    static void put(ObjectNode json, String field, OptionalDouble value) {
        JsonNode node = value.isPresent()
                ? Session.JSON.getNodeFactory().numberNode(value.getAsDouble())
                : Session.JSON.getNodeFactory().nullNode();
        json.set(field, node);
    }
}
