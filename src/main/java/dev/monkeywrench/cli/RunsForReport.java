package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.EvaluationRecord;
import dev.monkeywrench.evaluation.ReportExtras;
import dev.monkeywrench.evaluation.ReportFiles;
import dev.monkeywrench.evaluation.ReportedCosts;
import dev.monkeywrench.evaluation.ReportedRun;
import dev.monkeywrench.evaluation.ReportedSample;
import dev.monkeywrench.evaluation.Suite;
import dev.monkeywrench.run.VerdictKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Gathers the runs of an evaluation, as the service tells of them, and writes the report. Thread-safe. */
final class RunsForReport {

    /** What it needs to know of each sample. */
    static final Set<String> CONTENTS = Set.of("cost");

    private final Path folder;
    private final boolean stopsEarly;
    private final List<ReportedRun> runs = new ArrayList<>();

    RunsForReport(Path folder, boolean stopsEarly) {
        this.folder = folder;
        this.stopsEarly = stopsEarly;
    }

    /**
     * Adds one.
     *
     * @param told its samples, with {@link #CONTENTS}
     */
    void add(Suite.Row row, RunView run, RunSamples told) {
        List<ReportedSample> samples =
                told.all().stream().map(RunsForReport::sample).toList();
        JsonNode dollars = run.ledger().path("total").path("dollars");
        Optional<BigDecimal> cost = dollars.isNumber() ? Optional.of(dollars.decimalValue()) : Optional.empty();
        boolean early = stopsEarly || ReportedRun.isEarly(run.stopReason());
        Optional<String> selected = run.passing().stream()
                .findFirst()
                .map(best -> best.path("digest").asString(""));
        add(new ReportedRun(row.id(), repository(row), early, samples, cost, selected));
    }

    private synchronized void add(ReportedRun run) {
        runs.add(run);
    }

    /** The page's place; empty where no run has samples. */
    synchronized Optional<Path> write(String title, String conditions, long seed, ReportExtras extras) {
        try {
            return ReportFiles.write(folder, record(title, conditions, seed), extras)
                    ? Optional.of(folder.resolve("report.html"))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + folder + "; is it writable?", e);
        }
    }

    Path folder() {
        return folder;
    }

    /** What is gathered, in order of the instances. */
    synchronized EvaluationRecord record(String name, String conditions, long seed) {
        runs.sort(Comparator.comparing(run -> run.instance().value()));
        return new EvaluationRecord(name, conditions, seed, runs);
    }

    private static String repository(Suite.Row row) {
        JsonNode fields = row.row();
        String named = fields.path("repo").asString(fields.path("repository").asString(""));
        Path last = Path.of(named.isEmpty() ? row.id().value() : named).getFileName();
        return named.startsWith("/") && last != null
                ? last.toString()
                : named.isEmpty() ? row.id().value() : named;
    }

    private static ReportedSample sample(JsonNode sample) {
        return new ReportedSample(
                sample.path("arm").asString(""),
                Optional.of(sample.path("digest").asString("")).filter(text -> !text.isEmpty()),
                sample.path("kind").asString("").equals("DUPLICATE"),
                Optional.of(sample.path("verdict").asString(""))
                        .filter(text -> !text.isEmpty())
                        .map(VerdictKind::valueOf),
                Duration.ofMillis((long) (1000 * sample.path("seconds").asDouble(0))),
                ReportedCosts.read(sample.path("cost")));
    }
}
