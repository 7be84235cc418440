package dev.monkeywrench.evaluation.report;

import dev.monkeywrench.evaluation.statistics.BackTest;
import dev.monkeywrench.evaluation.statistics.CoverageForecast.Estimate;
import dev.monkeywrench.evaluation.statistics.Interval;
import dev.monkeywrench.evaluation.statistics.PassAtK.CoveragePoint;
import dev.monkeywrench.evaluation.statistics.Scorecard;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The tables of a report, as rows of text in no form yet; the first row is the head. */
final class Figures {

    static final String UNKNOWN = "unknown";

    private Figures() {}

    static List<List<String>> scores(Report report) {
        Scorecard card = report.scorecard();
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("figure", "value"),
                List.of("instances", whole(card.instances())),
                List.of("samples", whole(card.samples())),
                List.of("coverage (oracle)", of(card.covered(), card.instances())),
                List.of("score (selected patch)", of(card.score(), card.instances())),
                List.of("random pick", percent(card.randomPick(), "undefined: runs stopped early")),
                List.of("recovered by selection", percent(card.recovered(), "undefined")),
                List.of("unique patches", percent(card.uniquePatchRate(), "no patches")),
                List.of("stopped early", whole(card.stoppedEarly())),
                List.of("cost", dollars(card.dollars())),
                List.of("cost per resolved", card.score() == 0 ? "nothing resolved" : dollars(card.costPerResolved())),
                List.of(
                        "FLOPs per covered instance",
                        flops(
                                report.operations().perCovered(),
                                report.operations().otherwise(card.covered(), "nothing covered"))),
                List.of(
                        "FLOPs per resolved instance",
                        flops(
                                report.operations().perResolved(),
                                report.operations().otherwise(card.score(), "nothing resolved")))));
        report.wrongPasses().ifPresent(wrong -> {
            rows.add(List.of(
                    "passing, but wrong",
                    of(wrong.estimate().wrong(), wrong.estimate().passing()) + ", "
                            + interval(wrong.estimate().interval())));
            rows.add(List.of(
                    "ceiling of the first that passes",
                    percent(wrong.ceiling()) + ", " + interval(wrong.ceilingInterval())));
        });
        return rows;
    }

    static List<List<String>> curve(List<CoveragePoint> curve) {
        return table(
                List.of("k", "coverage", "interval"),
                curve.stream()
                        .map(point ->
                                List.of(whole(point.k()), percent(point.coverage()), interval(point.interval()))));
    }

    static List<List<String>> forecast(Report report) {
        return table(
                List.of("k", "power law", "Beta-Binomial", "these instances, extended"),
                report.forecast().stream()
                        .flatMap(forecast -> forecast.points().stream())
                        .filter(point -> point.k() > report.curve().getLast().k())
                        .map(point -> List.of(
                                whole(point.k()),
                                estimate(point.powerLaw()),
                                estimate(point.betaBinomial()),
                                estimate(point.extended()))));
    }

    static List<List<String>> backTest(BackTest test) {
        return table(
                List.of("k", "observed", "power law", "Beta-Binomial", "extended"),
                test.points().stream()
                        .map(point -> List.of(
                                whole(point.k()),
                                percent(point.observed()),
                                foreseen(point.powerLaw(), point.powerLawError()),
                                foreseen(point.betaBinomial(), point.betaBinomialError()),
                                foreseen(point.extended(), point.extendedError()))));
    }

    static List<List<String>> groups(String name, List<Group> groups) {
        return table(
                List.of(
                        name,
                        "instances",
                        "covered",
                        "samples",
                        "resolved samples",
                        "cost",
                        "cost per covered",
                        "prompt tokens",
                        "completion tokens"),
                groups.stream()
                        .map(group -> List.of(
                                group.name(),
                                whole(group.instances()),
                                of(group.covered(), group.instances()),
                                whole(group.samples()),
                                of(group.resolved(), group.samples()),
                                dollars(group.dollars()),
                                group.covered() == 0 ? "nothing covered" : dollars(group.dollarsPerCovered()),
                                tokens(group.promptTokens()),
                                tokens(group.completionTokens()))));
    }

    static List<List<String>> time(TimeSplit split) {
        return table(
                List.of("part", "time", "share"),
                split.parts().stream().map(part -> List.of(part.name(), hours(part.time()), percent(part.share()))));
    }

    private static List<List<String>> table(List<String> head, Stream<List<String>> rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(head);
        rows.forEach(table::add);
        return table;
    }

    static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String percent(OptionalDouble share, String otherwise) {
        return share.isPresent() ? percent(share.getAsDouble()) : otherwise;
    }

    static String of(int part, int all) {
        return String.format(Locale.ROOT, "%,d of %,d (%.1f %%)", part, all, 100.0 * part / all);
    }

    static String interval(Interval interval) {
        return String.format(Locale.ROOT, "%.1f to %.1f %%", 100 * interval.low(), 100 * interval.high());
    }

    private static String estimate(Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%.1f %% (%.1f to %.1f)",
                100 * estimate.value(),
                100 * estimate.interval().low(),
                100 * estimate.interval().high());
    }

    private static String foreseen(double value, double error) {
        return String.format(Locale.ROOT, "%.1f %% (%+.1f)", 100 * value, 100 * error);
    }

    private static String tokens(OptionalLong tokens) {
        return tokens.isPresent() ? whole(tokens.getAsLong()) : UNKNOWN;
    }

    private static String flops(OptionalDouble flops, String otherwise) {
        return flops.isPresent() ? String.format(Locale.ROOT, "%.3g", flops.getAsDouble()) : otherwise;
    }

    static String dollars(Optional<BigDecimal> dollars) {
        return dollars.map(value -> value.signum() == 0
                        ? "$0"
                        : "$"
                                + value.round(new MathContext(4))
                                        .stripTrailingZeros()
                                        .toPlainString())
                .orElse(UNKNOWN);
    }

    private static String hours(Duration time) {
        return String.format(
                Locale.ROOT, "%d h %02d min %02d s", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
