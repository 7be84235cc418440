package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.suite.Found;
import dev.monkeywrench.evaluation.suite.RowFiles;
import dev.monkeywrench.instance.InstanceId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A predictions file in any of the official forms; an instance may have several predictions.
 *
 * @param source the file, as the user named it
 * @param first where the first prediction of each instance stands
 */
public record Predictions(
        String source, List<Prediction> all, Map<InstanceId, Found.Place> first, List<FileProblem> problems) {

    public Predictions {
        all = List.copyOf(all);
        first = Map.copyOf(first);
        problems = List.copyOf(problems);
    }

    /** Reads a file whole. */
    public static Predictions read(Path file) {
        Problems problems = new Problems(file.toString());
        List<Prediction> all = new ArrayList<>();
        Map<InstanceId, Found.Place> first = new HashMap<>();
        read(
                file,
                (prediction, place) -> {
                    all.add(prediction);
                    first.putIfAbsent(prediction.instanceId(), place);
                },
                problems);
        return new Predictions(file.toString(), all, first, problems.list());
    }

    private static void read(
            Path file, BiConsumer<Prediction, Found.Place> predictions, Consumer<FileProblem> problems) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "There is no predictions file at " + file.toAbsolutePath() + "; name a JSON or JSONL file");
        }
        PredictionEntries entries = new PredictionEntries(file.toString(), predictions, problems);
        RowFiles.read(file, found -> {
            switch (found) {
                case Found.Entry entry -> entries.accept(entry);
                case Found.Unreadable unreadable -> problems.accept(FileProblem.of(file.toString(), unreadable));
            }
        });
    }

    /**
     * That the suite holds no usable row for an instance with predictions.
     *
     * @param suite as the user named it
     */
    public FileProblem stranger(InstanceId id, String suite) {
        return FileProblem.at(
                source,
                first.getOrDefault(id, Found.Place.none()),
                "instance_id",
                "'" + id + "' stands in no usable row of " + suite,
                "Name the suite that holds it, or leave its predictions out");
    }

    /** The predictions by instance, in the order of the file. */
    public Map<InstanceId, List<Prediction>> byInstance() {
        Map<InstanceId, List<Prediction>> grouped = new LinkedHashMap<>();
        all.forEach(prediction -> grouped.computeIfAbsent(prediction.instanceId(), id -> new ArrayList<>())
                .add(prediction));
        return grouped;
    }
}
