package dev.monkeywrench.evaluation.report;

import dev.monkeywrench.evaluation.report.Plot.Point;
import dev.monkeywrench.evaluation.statistics.PassAtK.CoveragePoint;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Coverage of two evaluations against samples. They differ by dashes and by the form of their points as well as by colour, and
 * their intervals are beside each other; the colours are those of Okabe and Ito.
 */
final class ComparisonDiagram {

    private static final String FIRST = "#0072B2";
    private static final String SECOND = "#D55E00";
    private static final String DASHES = "6 3";
    /** So many units of the picture an interval stands beside its place. */
    private static final double ASIDE = 2.5;

    private ComparisonDiagram() {}

    static String of(ComparisonPage page) {
        List<CoveragePoint> first = page.first().curve();
        List<CoveragePoint> second = page.second().curve();
        int most = Math.max(first.getLast().k(), second.getLast().k());
        double top = Stream.concat(first.stream(), second.stream())
                .mapToDouble(point -> point.interval().high())
                .max()
                .orElse(1);
        Plot plot = new Plot(
                "Coverage of both against samples",
                Scale.logarithmic(most),
                Scale.linear(Math.min(1, Math.max(0.05, 1.05 * top))));
        plot.axes("samples of each instance (k)", Diagrams::whole, "coverage", Diagrams::percent);
        draw(plot, first, FIRST, "", -ASIDE);
        draw(plot, second, SECOND, DASHES, ASIDE);
        return plot.svg() + "<ul class='key'>"
                + HtmlReport.item(
                        "<path stroke='" + FIRST + "' stroke-width='2.5' d='M0 6h26'/><circle fill='" + FIRST
                                + "' r='4' cx='13' cy='6'/>",
                        "first")
                + HtmlReport.item(
                        "<path stroke='" + SECOND + "' stroke-width='2.5' stroke-dasharray='" + DASHES
                                + "' d='M0 6h26'/><path fill='" + SECOND + "' d='M9 2h8v8h-8z'/>",
                        "second")
                + "</ul><p class='quiet'>Unbiased pass@k of the instances that both have; intervals by bootstrap over"
                + " instances.</p>";
    }

    private static void draw(Plot plot, List<CoveragePoint> curve, String colour, String dashes, double aside) {
        plot.line(at(curve, CoveragePoint::coverage), colour, dashes);
        curve.forEach(point -> plot.sign(
                point.k(),
                point.coverage(),
                point.interval().low(),
                point.interval().high(),
                colour,
                dashes.isEmpty(),
                aside));
    }

    private static List<Point> at(List<CoveragePoint> curve, ToDoubleFunction<CoveragePoint> value) {
        return curve.stream()
                .map(point -> new Point(point.k(), value.applyAsDouble(point)))
                .toList();
    }
}
