package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.Prediction;
import dev.monkeywrench.evaluation.SubmittedRun;
import dev.monkeywrench.evaluation.SuitePart;
import dev.monkeywrench.instance.InstanceId;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Reads what sb-cli sends; fields it does not know of are let through, as its own service does. */
final class SubmissionFields {

    private static final int MOST_MODEL_CHARACTERS = 500;

    private SubmissionFields() {}

    static SubmittedRun run(String owner, JsonNode body) {
        SuitePart part = part(body);
        String name = text(body, "run_id");
        return checked(() -> new SubmittedRun(owner, part, name));
    }

    static SuitePart part(JsonNode body) {
        String subset = text(body, "subset");
        String split = text(body, "split");
        return checked(() -> new SuitePart(subset, split));
    }

    static Prediction prediction(JsonNode body) {
        JsonNode prediction = body.path("prediction");
        InstanceId instance = checked(() -> new InstanceId(text(prediction, "instance_id")));
        JsonNode patch = prediction.path("model_patch");
        if (!patch.isString() && !patch.isNull()) {
            throw new Unanswered(HttpStatus.BAD_REQUEST, "'model_patch' is a unified diff, or null for no change");
        }
        String model = text(prediction, "model_name_or_path");
        if (model.length() > MOST_MODEL_CHARACTERS) {
            throw new Unanswered(
                    HttpStatus.BAD_REQUEST, "'model_name_or_path' is at most " + MOST_MODEL_CHARACTERS + " characters");
        }
        return new Prediction(instance, model, patch.isString() ? patch.stringValue() : "");
    }

    static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isString()) {
            throw new Unanswered(HttpStatus.BAD_REQUEST, "'" + name + "' is missing, or not a text");
        }
        return value.stringValue();
    }

    private static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new Unanswered(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
