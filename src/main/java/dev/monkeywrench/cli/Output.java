package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.EvaluationRecord;
import dev.monkeywrench.evaluation.EvaluationRecords;
import dev.monkeywrench.evaluation.Prediction;
import dev.monkeywrench.evaluation.Suite;
import dev.monkeywrench.instance.InstanceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that an evaluation leaves; nothing where they were not asked for. Thread-safe. */
final class Output implements AutoCloseable {

    private final Optional<OfficialOutput> official;
    private final Optional<Path> folder;
    private final RunsForReport runs;

    Output(Optional<OfficialOutput> official, Optional<Path> folder, boolean stopsEarly) {
        this.official = official;
        this.folder = folder;
        this.runs = new RunsForReport(folder.orElse(Path.of("")), stopsEarly);
    }

    /** A run of given patches, in the order of the predictions. */
    void judged(ServiceClient client, Suite.Row row, RunView run, List<Prediction> predictions)
            throws InterruptedException {
        if (official.isPresent()) {
            official.get().judged(client, row, run, predictions);
            runs.add(client, row, run);
        }
    }

    /** Predictions that nothing came of. */
    void unjudged(Suite.Row row, List<Prediction> predictions, Optional<RunView> run) {
        official.ifPresent(files -> files.unjudged(row, predictions, run));
    }

    /** A run that drew its candidates. */
    void drawn(ServiceClient client, Suite.Row row, RunView run) throws InterruptedException {
        if (official.isPresent()) {
            official.get().drawn(client, row, run);
            runs.add(client, row, run);
        }
    }

    /** An instance whose run the service did not take in. */
    void unjudged(Suite.Row row) {
        official.ifPresent(files -> files.notDrawn(row));
    }

    /**
     * Writes what is told of all instances together.
     *
     * @return the files to look at
     */
    List<Path> finish(String name, String conditions, long seed, List<InstanceId> suite) {
        if (official.isEmpty() || folder.isEmpty()) {
            return List.of();
        }
        EvaluationRecord record = runs.record(name, conditions, seed);
        EvaluationRecords.write(folder.get(), record);
        runs.write(name, conditions, seed);
        return official.get().finish(suite);
    }

    @Override
    public void close() {
        official.ifPresent(OfficialOutput::close);
    }
}
