package dev.monkeywrench.evaluation.report;

import dev.monkeywrench.evaluation.report.Plot.Point;
import dev.monkeywrench.evaluation.statistics.CoverageForecast;
import dev.monkeywrench.evaluation.statistics.PassAtK.CoveragePoint;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The two diagrams with axes. */
final class Diagrams {

    private static final String OBSERVED = "#222222";
    private static final String BETA_BINOMIAL = "#0072B2";
    private static final String POWER_LAW = "#D55E00";
    private static final String SOLVED = "#009E73";

    private Diagrams() {}

    /** The key of the coverage diagram: name, colour, dashes. */
    static List<List<String>> coverageKey() {
        return List.of(
                List.of("observed, with interval", OBSERVED, ""),
                List.of("Beta-Binomial, with band", BETA_BINOMIAL, "7 3"),
                List.of("power law", POWER_LAW, "2 3"));
    }

    /** Coverage against k on a log axis, both laws and the band of the Beta-Binomial; empty without a curve. */
    static Optional<String> coverage(Report report) {
        if (report.curve().isEmpty()) {
            return Optional.empty();
        }
        int drawn = report.curve().getLast().k();
        int most = report.forecast().map(it -> it.points().getLast().k()).orElse(drawn);
        Plot plot = new Plot("Coverage against samples", Scale.logarithmic(most), Scale.linear(top(report)));
        plot.axes("samples of each instance (k)", Diagrams::whole, "coverage", Diagrams::percent);
        report.forecast().ifPresent(forecast -> {
            plot.band(
                    points(forecast, it -> it.betaBinomial().interval().low()),
                    points(forecast, it -> it.betaBinomial().interval().high()),
                    BETA_BINOMIAL);
            plot.line(points(forecast, it -> it.powerLaw().value()), POWER_LAW, "2 3");
            plot.line(points(forecast, it -> it.betaBinomial().value()), BETA_BINOMIAL, "7 3");
            plot.mark(drawn, "drawn");
        });
        for (CoveragePoint point : report.curve()) {
            plot.dot(
                    point.k(),
                    point.coverage(),
                    point.interval().low(),
                    point.interval().high(),
                    OBSERVED);
        }
        return Optional.of(plot.svg());
    }

    private static double top(Report report) {
        double curve = report.curve().stream()
                .mapToDouble(point -> point.interval().high())
                .max()
                .orElse(0);
        double foreseen = report.forecast().stream()
                .flatMap(forecast -> forecast.points().stream())
                .mapToDouble(point -> Math.max(
                        point.powerLaw().value(),
                        point.betaBinomial().interval().high()))
                .max()
                .orElse(0);
        return Math.min(1, Math.max(0.05, 1.05 * Math.max(curve, foreseen)));
    }

    private static List<Point> points(CoverageForecast forecast, ToDoubleFunction<CoverageForecast.Point> value) {
        return forecast.points().stream()
                .map(point -> new Point(point.k(), value.applyAsDouble(point)))
                .toList();
    }

    /** Covered instances against dollars, a sample of each instance more at a time; empty when a price is unknown. */
    static Optional<String> cost(Report report) {
        List<Point> points = new ArrayList<>();
        Optional<BigDecimal> dollars = sum(report.instances().stream().map(EvaluatedInstance::overhead));
        Set<EvaluatedInstance> open = new LinkedHashSet<>(report.instances());
        for (int sample = 0; dollars.isPresent(); sample++) {
            points.add(new Point(dollars.get().doubleValue(), report.instances().size() - open.size()));
            List<EvaluatedSample> drawn = at(report.instances(), sample);
            if (drawn.isEmpty()) {
                return Optional.of(cost(points));
            }
            int index = sample;
            open.removeIf(one ->
                    index < one.samples().size() && one.samples().get(index).isResolved());
            dollars = sum(Stream.concat(Stream.of(dollars), drawn.stream().map(EvaluatedSample::dollars)));
        }
        return Optional.empty();
    }

    private static String cost(List<Point> points) {
        Plot plot = new Plot(
                "Covered instances against cost",
                Scale.linear(points.getLast().x()),
                Scale.linear(points.getLast().y()));
        plot.axes("dollars, sandboxes and overhead included", Diagrams::dollars, "instances covered", Diagrams::whole);
        plot.line(points, SOLVED, "");
        return plot.svg();
    }

    private static List<EvaluatedSample> at(List<EvaluatedInstance> instances, int sample) {
        return instances.stream()
                .filter(one -> sample < one.samples().size())
                .map(one -> one.samples().get(sample))
                .toList();
    }

    private static Optional<BigDecimal> sum(Stream<Optional<BigDecimal>> parts) {
        return parts.reduce(Optional.of(BigDecimal.ZERO), (sum, next) -> sum.flatMap(ours -> next.map(ours::add)));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    static String whole(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : "";
    }

    private static String dollars(double value) {
        return value >= 10 || value == 0
                ? String.format(Locale.ROOT, "$%,.0f", value)
                : "$"
                        + BigDecimal.valueOf(value)
                                .round(new MathContext(2))
                                .stripTrailingZeros()
                                .toPlainString();
    }
}
