package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.Prediction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of one prediction.
 *
 * @param verdict as the service names it; EMPTY and MALFORMED where nothing could be judged, INCONCLUSIVE where the run
 *     itself came to nothing
 * @param cached whether an earlier run found it
 */
record Judgement(Prediction prediction, String verdict, String reason, double seconds, boolean cached, JsonNode tests) {

    private static final String PASSED = "PASSED";
    private static final int MOST_REASON = 300;

    boolean passed() {
        return verdict.equals(PASSED);
    }

    static List<Judgement> unjudged(List<Prediction> predictions, String why) {
        return predictions.stream()
                .map(each -> new Judgement(each, "INCONCLUSIVE", why, 0, false, Session.JSON.createObjectNode()))
                .toList();
    }

    /** Samples stand at the index of the patch they were given; a duplicate shares the verdict of its first. */
    static List<Judgement> of(List<Prediction> predictions, List<JsonNode> samples) {
        Map<Integer, JsonNode> byIndex = new HashMap<>();
        Map<String, JsonNode> byDigest = new HashMap<>();
        for (JsonNode sample : samples) {
            byIndex.put(sample.path("sampleIndex").asInt(-1), sample);
            if (sample.path("verdict").isString()) {
                byDigest.putIfAbsent(sample.path("digest").asString(""), sample);
            }
        }
        List<Judgement> judgements = new ArrayList<>();
        for (int index = 0; index < predictions.size(); index++) {
            Optional<JsonNode> sample = Optional.ofNullable(byIndex.get(index));
            judgements.add(sample.map(found -> of(predictions.get(judgements.size()), found, byDigest))
                    .orElse(unjudged(List.of(predictions.get(index)), "the service did not judge it")
                            .getFirst()));
        }
        return judgements;
    }

    private static Judgement of(Prediction prediction, JsonNode sample, Map<String, JsonNode> byDigest) {
        JsonNode judged = sample.path("verdict").isString()
                ? sample
                : byDigest.getOrDefault(sample.path("digest").asString(""), sample);
        String verdict = judged.path("verdict").asString(sample.path("kind").asString("INCONCLUSIVE"));
        String reason = judged.path("reason").asString("");
        return new Judgement(
                prediction,
                verdict,
                Inert.line(reason, MOST_REASON),
                judged.path("seconds").asDouble(0),
                judged.path("cached").asBoolean(false),
                judged.path("tests"));
    }

    ObjectNode json() {
        ObjectNode json = Session.JSON.createObjectNode();
        json.put("instance_id", prediction.instanceId().value());
        json.put("model_name_or_path", prediction.model());
        json.put("verdict", verdict);
        json.put("resolved", passed());
        json.put("reason", reason);
        json.put("seconds", seconds);
        json.put("cached", cached);
        if (tests.isObject()) {
            json.set("tests", tests);
        }
        return json;
    }
}
