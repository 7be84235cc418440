package dev.monkeywrench.evaluation.official;

import dev.monkeywrench.evaluation.OfficialOutcome;
import dev.monkeywrench.evaluation.OfficialPrediction;
import dev.monkeywrench.instance.InstanceId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of one run, written as outcomes come; only ids and the selected predictions are kept in memory. */
public final class OfficialRun implements AutoCloseable {

    private static final String CANDIDATES = "candidates.jsonl";

    private final Path folder;
    private final FolderName run;
    private final LogFolder logs;
    private final BufferedWriter candidates;
    private final Map<FolderName, RunSummary> summaries = new LinkedHashMap<>();
    private final Map<FolderName, StringBuilder> predictions = new LinkedHashMap<>();
    private final FinalReport pullRequests = new FinalReport();
    private boolean hasPullRequests;

    /** Begins in a folder; what an earlier run of the same name wrote there is replaced. */
    public OfficialRun(Path folder, FolderName run) throws IOException {
        this.folder = folder;
        this.run = run;
        this.logs = new LogFolder(folder.resolve("logs").resolve("run_evaluation"), run);
        Files.createDirectories(folder);
        this.candidates = Files.newBufferedWriter(folder.resolve(CANDIDATES + ".part"), StandardCharsets.UTF_8);
    }

    /** Tells one of an instance's candidates. */
    public void candidate(OfficialPrediction candidate) throws IOException {
        candidates.write(PredictionLine.withVerdict(candidate));
    }

    /** Tells the one prediction that a model makes for an instance. */
    public void selected(OfficialOutcome outcome) throws IOException {
        FolderName model = FolderName.of(outcome.prediction().model());
        summaries.computeIfAbsent(model, name -> new RunSummary()).add(outcome);
        logs.write(outcome);
        predictions.computeIfAbsent(model, name -> new StringBuilder()).append(PredictionLine.of(outcome.prediction()));
        outcome.prediction().pullRequest().ifPresent(pull -> {
            pullRequests.add(pull, outcome.ending());
            hasPullRequests = true;
        });
    }

    /**
     * Writes what is told of all instances together.
     *
     * @param suite all that were to be solved
     * @return the summaries, one a model
     */
    public List<Path> finish(List<InstanceId> suite) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<FolderName, RunSummary> each : summaries.entrySet()) {
            Path summary = folder.resolve(each.getKey().value() + "." + run.value() + ".json");
            LogFolder.put(summary, PythonJson.indented(each.getValue().json(suite)) + "\n");
            written.add(summary);
        }
        for (Map.Entry<FolderName, StringBuilder> each : predictions.entrySet()) {
            String name = predictions.size() == 1
                    ? "predictions.jsonl"
                    : "predictions." + each.getKey().value() + ".jsonl";
            LogFolder.put(folder.resolve(name), each.getValue().toString());
        }
        if (hasPullRequests) {
            LogFolder.put(folder.resolve("final_report.json"), new PythonJson(4, false).write(pullRequests.json()));
        }
        candidates.close();
        Files.move(
                folder.resolve(CANDIDATES + ".part"),
                folder.resolve(CANDIDATES),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
        return written;
    }

    @Override
    public void close() throws IOException {
        candidates.close();
    }
}
