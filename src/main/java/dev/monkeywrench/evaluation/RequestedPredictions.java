package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.InstanceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the predictions of a request: one that cannot be used is told, and the others are taken. */
final class RequestedPredictions {

    private static final String UNNAMED = "unnamed";
    private static final int MOST_MODEL_CHARACTERS = 500;
    private static final int MOST_OF_AN_INSTANCE = 10_000;

    private RequestedPredictions() {}

    static Map<InstanceId, List<Prediction>> read(JsonNode array, List<FieldProblem> problems) {
        Map<InstanceId, List<Prediction>> byInstance = new LinkedHashMap<>();
        int index = 0;
        for (JsonNode element : array) {
            String path = "predictions[" + index++ + "]";
            prediction(element, path, problems).ifPresent(read -> add(read, path, byInstance, problems));
        }
        return byInstance;
    }

    private static void add(
            Prediction prediction,
            String path,
            Map<InstanceId, List<Prediction>> byInstance,
            List<FieldProblem> problems) {
        List<Prediction> all = byInstance.computeIfAbsent(prediction.instanceId(), id -> new ArrayList<>());
        if (all.size() >= MOST_OF_AN_INSTANCE) {
            problems.add(new FieldProblem(
                    path,
                    "is one more than the " + MOST_OF_AN_INSTANCE + " predictions that an instance may have",
                    "Split them over two evaluations"));
            return;
        }
        all.add(prediction);
    }

    private static Optional<Prediction> prediction(JsonNode element, String path, List<FieldProblem> problems) {
        if (!element.isObject()) {
            problems.add(new FieldProblem(
                    path, "is not a JSON object", "Send {\"instance_id\": …, \"model_patch\": …} for each"));
            return Optional.empty();
        }
        Optional<InstanceId> id = id(element, path, problems);
        JsonNode patch = element.path("model_patch");
        if (!patch.isString() && !patch.isNull()) {
            problems.add(new FieldProblem(
                    path + ".model_patch",
                    patch.isMissingNode() ? "is missing" : "is not a text",
                    "Send a unified diff, or null for no change"));
            return Optional.empty();
        }
        return id.map(known -> new Prediction(known, model(element), patch.isString() ? patch.stringValue() : ""));
    }

    private static String model(JsonNode element) {
        String model = element.path("model_name_or_path").asString(UNNAMED);
        return model.length() <= MOST_MODEL_CHARACTERS ? model : model.substring(0, MOST_MODEL_CHARACTERS);
    }

    private static Optional<InstanceId> id(JsonNode element, String path, List<FieldProblem> problems) {
        JsonNode stated = element.path("instance_id");
        try {
            return Optional.of(new InstanceId(stated.isString() ? stated.stringValue() : ""));
        } catch (IllegalArgumentException e) {
            problems.add(
                    new FieldProblem(path + ".instance_id", "names no instance", "Send the id of a row of the suite"));
            return Optional.empty();
        }
    }
}
