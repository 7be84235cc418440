package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.suite.Found;
import dev.monkeywrench.evaluation.suite.RowFiles;
import dev.monkeywrench.instance.InstanceId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A predictions file in any of the official forms; an instance may have several predictions. */
public record Predictions(List<Prediction> all, List<FileProblem> problems) {

    public Predictions {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /** Reads a file whole. */
    public static Predictions read(Path file) {
        Problems problems = new Problems(file.toString());
        List<Prediction> all = new ArrayList<>();
        each(file, all::add, problems);
        return new Predictions(all, problems.list());
    }

    /**
     * Tells each prediction as soon as it is read, in the order of the file, and what cannot be used beside them. Reads a
     * JSON list, an object keyed by instance, one prediction a line, or Parquet, with the fields of SWE-bench or of
     * Multi-SWE-bench. Memory is bounded by the largest prediction that is read.
     */
    public static void each(Path file, Consumer<Prediction> predictions, Consumer<FileProblem> problems) {
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

    /** The predictions by instance, in the order of the file. */
    public Map<InstanceId, List<Prediction>> byInstance() {
        Map<InstanceId, List<Prediction>> grouped = new LinkedHashMap<>();
        all.forEach(prediction -> grouped.computeIfAbsent(prediction.instanceId(), id -> new ArrayList<>())
                .add(prediction));
        return grouped;
    }
}
