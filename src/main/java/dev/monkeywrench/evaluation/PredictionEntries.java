package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.suite.Found;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.PullRequestId;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Makes predictions of the entries of a file, and says which fields of the others cannot be used. */
final class PredictionEntries implements Consumer<Found.Entry> {

    private static final String UNNAMED = "unnamed";
    private static final String ID_REMEDY = "Write the id of a row of the suite";
    private static final String PATCH_REMEDY = "Write a unified diff, or null for no change";

    private final String source;
    private final BiConsumer<Prediction, Found.Place> predictions;
    private final Consumer<FileProblem> problems;

    PredictionEntries(String source, BiConsumer<Prediction, Found.Place> predictions, Consumer<FileProblem> problems) {
        this.source = source;
        this.predictions = predictions;
        this.problems = problems;
    }

    @Override
    public void accept(Found.Entry entry) {
        Optional<InstanceId> id = id(entry);
        Optional<String> model = model(entry);
        Optional<String> patch = patch(entry);
        if (id.isPresent() && model.isPresent() && patch.isPresent()) {
            predictions.accept(new Prediction(id.get(), model.get(), patch.get()), entry.place());
        }
    }

    private Optional<InstanceId> id(Found.Entry entry) {
        JsonNode stated = entry.object().path("instance_id");
        if (absent(stated) && entry.key().isEmpty()) {
            return pullRequest(entry);
        }
        if (!absent(stated) && !stated.isString()) {
            return refuse(entry, "instance_id", "is not a text", ID_REMEDY);
        }
        try {
            return Optional.of(new InstanceId(stated.isString() ? stated.stringValue() : entry.key()));
        } catch (IllegalArgumentException e) {
            return refuse(entry, "instance_id", "names no instance: " + e.getMessage(), ID_REMEDY);
        }
    }

    private Optional<InstanceId> pullRequest(Found.Entry entry) {
        if (!PullRequestId.isIn(entry.object())) {
            return refuse(entry, "instance_id", "is missing", ID_REMEDY);
        }
        return switch (PullRequestId.read(entry.object())) {
            case PullRequestId.Read read -> Optional.of(read.id());
            case PullRequestId.Refused refused ->
                refuse(
                        entry,
                        refused.problem().field(),
                        refused.problem().problem(),
                        refused.problem().remedy());
        };
    }

    private Optional<String> model(Found.Entry entry) {
        JsonNode stated = entry.object().path("model_name_or_path");
        if (absent(stated)) {
            return Optional.of(UNNAMED);
        }
        return stated.isString()
                ? Optional.of(stated.stringValue())
                : refuse(entry, "model_name_or_path", "is not a text", "Write the model's name");
    }

    /** The official files write null, or nothing, for a model that proposed no change. */
    private Optional<String> patch(Found.Entry entry) {
        boolean pullRequest = entry.object().has("fix_patch") && !entry.object().has("model_patch");
        String field = pullRequest ? "fix_patch" : "model_patch";
        JsonNode patch = entry.object().path(field);
        if (patch.isNull()) {
            return Optional.of("");
        }
        if (!patch.isString()) {
            return refuse(entry, field, patch.isMissingNode() ? "is missing" : "is not a text", PATCH_REMEDY);
        }
        if (patch.stringValue().indexOf('\0') >= 0) {
            return refuse(entry, field, "holds a NUL character", PATCH_REMEDY);
        }
        return Optional.of(patch.stringValue());
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private <T> Optional<T> refuse(Found.Entry entry, String field, String problem, String remedy) {
        problems.accept(FileProblem.at(source, entry.place(), field, problem, remedy));
        return Optional.empty();
    }
}
