package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.EvaluationRecords;
import dev.monkeywrench.evaluation.Prediction;
import dev.monkeywrench.evaluation.ReportExtras;
import dev.monkeywrench.evaluation.Suite;
import dev.monkeywrench.instance.InstanceId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that an evaluation leaves; nothing where they were not asked for. Thread-safe. */
final class Output implements AutoCloseable {

    private static final int FEW = 4;

    private final Optional<OfficialOutput> official;
    private final Optional<RunsForReport> runs;

    /**
     * What is to be written.
     *
     * @param runs gathers what a report needs; empty where none is asked for
     */
    Output(Optional<OfficialOutput> official, Optional<RunsForReport> runs) {
        this.official = official;
        this.runs = runs;
    }

    /** Whether any file was asked for. */
    boolean isWanted() {
        return official.isPresent() || runs.isPresent();
    }

    /** What the files need to know of each sample that was drawn. */
    Set<String> contents() {
        return runs.isPresent() ? RunsForReport.CONTENTS : Set.of();
    }

    /** The same of so many samples that were given; logs come one at a time where there are many. */
    Set<String> contents(int given) {
        Set<String> contents = new HashSet<>(contents());
        if (official.isPresent() && given <= FEW) {
            contents.add(RunSamples.OFFICIAL);
        }
        return contents;
    }

    /** A run of given patches, in the order of the predictions. */
    void judged(Suite.Row row, RunView run, RunSamples samples, List<Prediction> predictions)
            throws InterruptedException {
        if (official.isPresent()) {
            official.get().judged(row, run, samples, predictions);
        }
        runs.ifPresent(gathered -> gathered.add(row, run, samples));
    }

    /** Predictions that nothing came of. */
    void unjudged(Suite.Row row, List<Prediction> predictions, Optional<RunView> run) {
        official.ifPresent(files -> files.unjudged(row, predictions, run));
    }

    /** A run that drew its candidates. */
    void drawn(Suite.Row row, RunView run, RunSamples samples) throws InterruptedException {
        if (official.isPresent()) {
            official.get().drawn(row, run, samples);
        }
        runs.ifPresent(gathered -> gathered.add(row, run, samples));
    }

    /** An instance whose run the service did not take in. */
    void unjudged(Suite.Row row) {
        official.ifPresent(files -> files.notDrawn(row));
    }

    /** An instance whose turn has not come; where candidates are drawn it has no predictions. */
    void waiting(Suite.Row row, List<Prediction> predictions) {
        official.ifPresent(files -> files.waiting(row, predictions));
    }

    /**
     * Writes what is told of all instances together.
     *
     * @return the files to look at
     */
    List<Path> finish(String name, String conditions, long seed, List<InstanceId> suite, ReportExtras extras) {
        runs.ifPresent(gathered -> {
            EvaluationRecords.write(gathered.folder(), gathered.record(name, conditions, seed));
            gathered.write(name, conditions, seed, extras);
        });
        return finishOfficial(suite);
    }

    /** The official files alone. */
    List<Path> finishOfficial(List<InstanceId> suite) {
        return official.map(files -> files.finish(suite)).orElse(List.of());
    }

    @Override
    public void close() {
        official.ifPresent(OfficialOutput::close);
    }
}
