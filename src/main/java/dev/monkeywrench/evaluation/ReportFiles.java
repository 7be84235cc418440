package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.report.CsvReport;
import dev.monkeywrench.evaluation.report.EvaluatedInstance;
import dev.monkeywrench.evaluation.report.EvaluatedSample;
import dev.monkeywrench.evaluation.report.HtmlReport;
import dev.monkeywrench.evaluation.report.MarkdownReport;
import dev.monkeywrench.evaluation.report.Outcome;
import dev.monkeywrench.evaluation.report.Report;
import dev.monkeywrench.evaluation.statistics.Bootstrap;
import dev.monkeywrench.evaluation.statistics.InstanceScore;
import dev.monkeywrench.run.VerdictKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The report of an evaluation as files: a page that needs nothing else, and the same for people and for programs. */
public final class ReportFiles {

    private static final int RESAMPLES = 1000;
    private static final double CONFIDENCE = 0.95;

    private ReportFiles() {}

    /** Writes {@code report.html}, {@code .md}, {@code .csv} and {@code .json}. */
    public static boolean write(
            Path folder, String title, String conditions, List<ReportedRun> runs, RandomGenerator random)
            throws IOException {
        return write(folder, title, conditions, runs, random, EnumSet.allOf(ReportKind.class));
    }

    /**
     * Works out the statistics and writes the files.
     *
     * @param conditions suite, plan, seed and machine, in words
     * @param random of the intervals; the same seed gives the same report
     * @return whether there was anything to report: runs without samples are left out
     */
    public static boolean write(
            Path folder,
            String title,
            String conditions,
            List<ReportedRun> runs,
            RandomGenerator random,
            Set<ReportKind> kinds)
            throws IOException {
        List<EvaluatedInstance> instances = runs.stream()
                .filter(run -> !run.samples().isEmpty())
                .map(ReportFiles::instance)
                .toList();
        if (instances.isEmpty()) {
            return false;
        }
        Report report = Report.of(title, conditions, instances, new Bootstrap(RESAMPLES, CONFIDENCE, random));
        Files.createDirectories(folder);
        for (ReportKind kind : kinds) {
            Files.writeString(folder.resolve(kind.file()), render(report, kind));
        }
        return true;
    }

    private static String render(Report report, ReportKind kind) {
        return switch (kind) {
            case HTML -> HtmlReport.render(report);
            case MD -> MarkdownReport.render(report);
            case CSV -> CsvReport.render(report);
            case JSON -> JsonMapper.shared().writeValueAsString(report);
        };
    }

    /** What a run cost is spread evenly over its samples: charges are booked by draws, which may hold several. */
    private static EvaluatedInstance instance(ReportedRun run) {
        Optional<BigDecimal> each = run.dollars()
                .map(all -> all.divide(BigDecimal.valueOf(run.samples().size()), MathContext.DECIMAL64));
        Map<String, Outcome> known = new HashMap<>();
        for (ReportedSample sample : run.samples()) {
            if (sample.digest().isPresent() && sample.verdict().isPresent()) {
                known.put(sample.digest().get(), outcome(sample.verdict().get()));
            }
        }
        boolean covered = known.containsValue(Outcome.RESOLVED);
        return new EvaluatedInstance(
                run.instance(),
                run.repository(),
                run.stopsEarly(),
                run.samples().stream()
                        .map(sample -> sample(sample, known, each))
                        .toList(),
                covered ? InstanceScore.Selected.RESOLVED : InstanceScore.Selected.NONE,
                run.dollars().map(all -> BigDecimal.ZERO));
    }

    private static EvaluatedSample sample(
            ReportedSample sample, Map<String, Outcome> known, Optional<BigDecimal> dollars) {
        Outcome outcome = sample.digest()
                .map(digest -> known.getOrDefault(digest, Outcome.INCONCLUSIVE))
                .orElse(Outcome.NO_PATCH);
        return new EvaluatedSample(
                sample.arm(),
                outcome,
                sample.duplicate(),
                dollars,
                Duration.ZERO,
                Duration.ZERO,
                sample.duplicate() ? Duration.ZERO : sample.verifying());
    }

    private static Outcome outcome(VerdictKind verdict) {
        return switch (verdict) {
            case PASSED -> Outcome.RESOLVED;
            case FAILED -> Outcome.FAILED;
            case NOT_APPLIED -> Outcome.NOT_APPLIED;
            case TIMED_OUT -> Outcome.TIMED_OUT;
            case TAMPERED -> Outcome.TAMPERED;
            case INCONCLUSIVE -> Outcome.INCONCLUSIVE;
        };
    }
}
