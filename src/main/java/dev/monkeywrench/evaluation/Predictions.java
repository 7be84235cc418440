package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A predictions file in any of the official forms; an instance may have several predictions. */
public record Predictions(List<Prediction> all, List<FileProblem> problems) {

    private static final String UNNAMED = "unnamed";

    public Predictions {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /** Reads a JSON list, an object keyed by instance, or one prediction a line. */
    public static Predictions read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "There is no predictions file at " + file.toAbsolutePath() + "; name a JSON or JSONL file");
        }
        List<FileProblem> problems = new ArrayList<>();
        List<Prediction> all = new ArrayList<>();
        for (Entry entry : Entries.read(file, problems)) {
            prediction(file.toString(), entry, problems).ifPresent(all::add);
        }
        problems.sort(Comparator.comparingInt(problem -> problem.line().orElse(0)));
        return new Predictions(all, problems);
    }

    /** The predictions by instance, in the order of the file. */
    public Map<InstanceId, List<Prediction>> byInstance() {
        Map<InstanceId, List<Prediction>> grouped = new LinkedHashMap<>();
        all.forEach(prediction -> grouped.computeIfAbsent(prediction.instanceId(), id -> new ArrayList<>())
                .add(prediction));
        return grouped;
    }

    private static Optional<Prediction> prediction(String source, Entry entry, List<FileProblem> problems) {
        ObjectNode object = entry.object();
        Optional<InstanceId> id = id(source, entry, problems);
        Optional<String> patch = patch(source, entry, problems);
        String model = object.path("model_name_or_path").asString(UNNAMED);
        return id.isEmpty() || patch.isEmpty()
                ? Optional.empty()
                : Optional.of(new Prediction(id.get(), model, patch.get()));
    }

    private static Optional<InstanceId> id(String source, Entry entry, List<FileProblem> problems) {
        JsonNode stated = entry.object().path("instance_id");
        String text = stated.isString() ? stated.stringValue() : entry.key();
        try {
            return Optional.of(new InstanceId(text));
        } catch (IllegalArgumentException e) {
            problems.add(new FileProblem(
                    source, entry.line(), "instance_id", "names no instance", "Write the id of a row of the suite"));
            return Optional.empty();
        }
    }

    /** The official files write null, or nothing, for a model that proposed no change. */
    private static Optional<String> patch(String source, Entry entry, List<FileProblem> problems) {
        JsonNode patch = entry.object().path("model_patch");
        if (patch.isString()) {
            return Optional.of(patch.stringValue());
        }
        if (patch.isNull()) {
            return Optional.of("");
        }
        problems.add(new FileProblem(
                source,
                entry.line(),
                "model_patch",
                patch.isMissingNode() ? "is missing" : "is not a text",
                "Write a unified diff, or null for no change"));
        return Optional.empty();
    }
}
