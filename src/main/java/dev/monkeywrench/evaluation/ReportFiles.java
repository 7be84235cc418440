package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.report.CsvReport;
import dev.monkeywrench.evaluation.report.Deciding;
import dev.monkeywrench.evaluation.report.EvaluatedInstance;
import dev.monkeywrench.evaluation.report.HtmlReport;
import dev.monkeywrench.evaluation.report.MarkdownReport;
import dev.monkeywrench.evaluation.report.PriceTable;
import dev.monkeywrench.evaluation.report.Report;
import dev.monkeywrench.evaluation.statistics.Bootstrap;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/** The report of an evaluation as files: a page that needs nothing else, and the same for people and for programs. */
public final class ReportFiles {

    private static final String PRICES = "report-prices.csv";
    private static final int RESAMPLES = 1000;
    private static final double CONFIDENCE = 0.95;

    private ReportFiles() {}

    /** Writes {@code report.html}, {@code .md}, {@code .csv} and {@code .json}, and what is written beside them. */
    public static boolean write(Path folder, EvaluationRecord record, ReportExtras extras) throws IOException {
        return write(folder, record, extras, EnumSet.allOf(ReportKind.class));
    }

    /**
     * Works out the statistics and writes the files.
     *
     * @return whether there was anything to report: runs without samples are left out
     * @throws IllegalArgumentException when held-out tests judged none of the patches that passed
     */
    public static boolean write(Path folder, EvaluationRecord record, ReportExtras extras, Set<ReportKind> kinds)
            throws IOException {
        List<ReportedRun> runs =
                record.runs().stream().filter(run -> !run.samples().isEmpty()).toList();
        if (runs.isEmpty()) {
            return false;
        }
        Report report = report(record, runs, extras);
        Files.createDirectories(folder);
        Optional<String> prices = kinds.contains(ReportKind.CSV) ? PriceTable.csv(report) : Optional.empty();
        if (prices.isPresent()) {
            Files.writeString(folder.resolve(PRICES), prices.get());
        }
        for (ReportKind kind : kinds) {
            try (BufferedWriter file = Files.newBufferedWriter(folder.resolve(kind.file()))) {
                write(report, kind, file);
            }
        }
        return true;
    }

    private static Report report(EvaluationRecord record, List<ReportedRun> runs, ReportExtras extras) {
        Optional<HeldOut> heldOut = extras.heldOut().map(HeldOut::new);
        if (heldOut.isPresent() && runs.stream().filter(heldOut.get()::judged).count() == 0) {
            throw new IllegalArgumentException("The held-out tests judged no patch that passed; verify the"
                    + " candidates.jsonl of this evaluation against the suite that holds them");
        }
        ReportedInstances reader = new ReportedInstances(extras.shapes(), heldOut);
        List<EvaluatedInstance> instances = runs.stream().map(reader::instance).toList();
        Report report = Report.of(
                record.name(),
                conditions(record, runs),
                heldOut.isPresent() ? Deciding.BLIND : Deciding.ORACLE,
                instances,
                new Bootstrap(RESAMPLES, CONFIDENCE, new SplittableRandom(record.seed())));
        return extras.prices()
                .beside(report.scorecard().score())
                .map(report::with)
                .orElse(report);
    }

    private static String conditions(EvaluationRecord record, List<ReportedRun> runs) {
        boolean said = record.conditions().contains("spread evenly");
        return runs.stream().anyMatch(ReportedInstances::spread) && !said
                ? record.conditions() + "; what a run cost is spread evenly over its samples"
                : record.conditions();
    }

    private static void write(Report report, ReportKind kind, BufferedWriter file) throws IOException {
        switch (kind) {
            case HTML -> file.write(HtmlReport.render(report));
            case MD -> file.write(MarkdownReport.render(report));
            case CSV -> CsvReport.write(report, file);
            case JSON -> JsonMapper.shared().writeValue(file, report);
        }
    }
}
