package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.report.ComparedInstance;
import dev.monkeywrench.evaluation.report.ComparisonPage;
import dev.monkeywrench.evaluation.report.PlanPage.NamedTable;
import dev.monkeywrench.evaluation.statistics.Bootstrap;
import dev.monkeywrench.evaluation.statistics.FixedCounts;
import dev.monkeywrench.evaluation.statistics.PassAtK;
import dev.monkeywrench.evaluation.statistics.PassAtK.CoveragePoint;
import dev.monkeywrench.evaluation.statistics.SampleGrid;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Two evaluations, compared, as files: a page that needs nothing else, and the same for people and for programs. */
public final class ComparisonFiles {

    private static final int RESAMPLES = 1000;
    private static final double CONFIDENCE = 0.95;
    private static final int CURVE_POINTS = 12;
    private static final String NO_CURVES =
            "No curves: runs of one of the two stopped early, which biases every estimate of pass@k, or drew nothing.";

    private ComparisonFiles() {}

    /** Compares and writes {@code comparison.json}, and {@code comparison.html}, {@code .md} and {@code .csv} as named. */
    public static Comparison write(Path folder, EvaluationRecord first, EvaluationRecord second, Set<ReportKind> kinds)
            throws IOException {
        Comparison comparison = Comparison.of(first, second, new SplittableRandom(first.seed()));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("comparison.json"), comparison.json().toString());
        ComparisonPage page = page(comparison, first, second);
        for (ReportKind kind : kinds) {
            switch (kind) {
                case HTML -> Files.writeString(folder.resolve("comparison.html"), page.html());
                case MD -> Files.writeString(folder.resolve("comparison.md"), page.markdown());
                case CSV -> {
                    try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("comparison.csv"))) {
                        ComparedInstance.write(comparison.instances(), file);
                    }
                }
                case JSON -> {} // is there in any case
            }
        }
        return comparison;
    }

    private static ComparisonPage page(Comparison comparison, EvaluationRecord first, EvaluationRecord second) {
        PairedRuns both = PairedRuns.of(first, second);
        Optional<FixedCounts> ofFirst = PairedRuns.counts(both.first());
        Optional<FixedCounts> ofSecond = PairedRuns.counts(both.second());
        boolean drawn = ofFirst.isPresent() && ofSecond.isPresent();
        Bootstrap bootstrap = new Bootstrap(RESAMPLES, CONFIDENCE, new SplittableRandom(first.seed()));
        return new ComparisonPage(
                new ComparisonPage.Side(
                        first.name(),
                        first.conditions(),
                        drawn ? curve(ofFirst.orElseThrow(), bootstrap) : List.of(),
                        comparison.ids(one -> one.first() && !one.second())),
                new ComparisonPage.Side(
                        second.name(),
                        second.conditions(),
                        drawn ? curve(ofSecond.orElseThrow(), bootstrap) : List.of(),
                        comparison.ids(one -> one.second() && !one.first())),
                sentences(comparison),
                List.of(resolved(comparison), costs(comparison)),
                drawn ? Optional.empty() : Optional.of(NO_CURVES));
    }

    private static List<CoveragePoint> curve(FixedCounts counts, Bootstrap bootstrap) {
        return new PassAtK(counts).curve(SampleGrid.logSpaced(counts.fewestSamples(), CURVE_POINTS), bootstrap);
    }

    private static List<String> sentences(Comparison comparison) {
        return List.of(
                comparison.lines().getFirst() + ". An instance is resolved where one of its samples passed.",
                capital(comparison.tested())
                        + ". The p is the chance of a difference as large as this or larger if both were"
                        + " equally good.",
                capital(comparison.costs()) + ".");
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static NamedTable resolved(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("resolved", "by the second", "not", "all"));
        rows.add(row(
                "by the first",
                comparison.count(one -> one.first() && one.second()),
                comparison.count(one -> one.first() && !one.second())));
        rows.add(row(
                "not",
                comparison.count(one -> !one.first() && one.second()),
                comparison.count(one -> !one.first() && !one.second())));
        rows.add(row("all", comparison.count(ComparedInstance::second), comparison.count(one -> !one.second())));
        return new NamedTable("Resolved", rows);
    }

    private static List<String> row(String name, int one, int other) {
        return List.of(name, Integer.toString(one), Integer.toString(other), Integer.toString(one + other));
    }

    private static NamedTable costs(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("cost", "of an instance"));
        comparison.cost().ifPresent(difference -> {
            rows.add(List.of("first", Comparison.dollars(comparison.mean(ComparedInstance::firstDollars))));
            rows.add(List.of("second", Comparison.dollars(comparison.mean(ComparedInstance::secondDollars))));
            rows.add(List.of(
                    "second less first",
                    Comparison.dollars(difference.meanDifference()) + " ("
                            + Comparison.dollars(difference.interval().low()) + " to "
                            + Comparison.dollars(difference.interval().high()) + ")"));
        });
        if (comparison.cost().isEmpty()) {
            rows.add(List.of("of both", "unknown"));
        }
        return new NamedTable("Cost", rows);
    }
}
