package dev.monkeywrench.evaluation.report;

import java.math.BigDecimal;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Coverage against dollars on a log axis: a line a model, and the frontier under them as a broad pale one. Lines differ by
 * dashes as well as by colour; the colours are those of Okabe and Ito.
 */
final class PlanDiagram {

    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#222222");
    private static final List<String> DASHES = List.of("", "7 3", "2 3", "9 3 2 3", "12 4");
    private static final String FRONTIER = "#b9c0c8";
    private static final String CHOSEN = "#222222";
    private static final int FRONTIER_WIDTH = 7;
    /** So few points of a table are shown one by one. */
    private static final int FEW = 8;
    /** More would not be told apart. */
    private static final int MOST_LINES = 12;

    private PlanDiagram() {}

    static String of(PlanPage page) {
        DoubleSummaryStatistics dollars =
                points(page).mapToDouble(PlanPage.Point::dollars).summaryStatistics();
        if (dollars.getCount() == 0 || !(dollars.getMin() > 0)) {
            return "<p>Nothing to draw.</p>";
        }
        double top = points(page).mapToDouble(PlanPage.Point::coverage).max().orElse(0);
        Plot plot = new Plot(
                "Coverage against cost",
                Scale.logarithmic(dollars.getMin(), dollars.getMax()),
                Scale.linear(Math.min(1, Math.max(0.05, 1.05 * top))));
        plot.axes("dollars for all instances", PlanDiagram::dollars, "coverage", PlanDiagram::percent);
        plot.line(plotted(page.frontier()), FRONTIER, "", FRONTIER_WIDTH);
        StringBuilder key =
                new StringBuilder(HtmlReport.item("<path fill='" + FRONTIER + "' d='M0 2.5h26v7h-26z'/>", "frontier"));
        for (int i = 0; i < Math.min(MOST_LINES, page.curves().size()); i++) {
            PlanPage.Curve curve = page.curves().get(i);
            String colour = COLOURS.get(i % COLOURS.size());
            String dashes = DASHES.get(i % DASHES.size());
            plot.line(plotted(curve.points()), colour, dashes);
            if (curve.points().size() <= FEW) {
                curve.points()
                        .forEach(point -> plot.dot(
                                point.dollars(), point.coverage(), point.coverage(), point.coverage(), colour));
            }
            key.append(HtmlReport.line(curve.name(), colour, dashes));
        }
        page.best().forEach(point -> plot.ring(point.dollars(), point.coverage(), CHOSEN));
        int left = page.curves().size() - MOST_LINES;
        return plot.svg() + "<ul class='key'>" + key + "</ul>"
                + (page.best().isEmpty() ? "" : "<p class='quiet'>The ring is the best within the budget.</p>")
                + (left > 0 ? "<p class='quiet'>" + left + " more models are in the table.</p>" : "");
    }

    private static Stream<PlanPage.Point> points(PlanPage page) {
        return Stream.of(
                        page.frontier().stream(),
                        page.best().stream(),
                        page.curves().stream().limit(MOST_LINES).flatMap(curve -> curve.points().stream()))
                .flatMap(each -> each);
    }

    private static List<Plot.Point> plotted(List<PlanPage.Point> points) {
        return points.stream()
                .map(point -> new Plot.Point(point.dollars(), point.coverage()))
                .toList();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** Ticks are 1, 2 or 5 times a power of ten. */
    private static String dollars(double value) {
        if (value >= 1e5 || value < 1e-3) {
            int power = (int) Math.floor(Math.log10(value) + 1e-9);
            return String.format(Locale.ROOT, "$%.0fe%d", value / Math.pow(10, power), power);
        }
        return value >= 1
                ? String.format(Locale.ROOT, "$%,.0f", value)
                : "$" + BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
