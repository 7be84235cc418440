package dev.monkeywrench.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan in words and tables, in no form yet: names of models may hold anything. */
public final class PlanTables {

    private static final int MOST_ROWS = 24;

    private PlanTables() {}

    /**
     * A table and its name.
     *
     * @param rows the first is the head
     */
    public record NamedTable(String name, List<List<String>> rows) {

        public NamedTable {
            rows = List.copyOf(rows);
        }
    }

    /** What the plan is of. */
    public static String conditions(Plan plan) {
        return String.format(
                        Locale.ROOT,
                        "%,d %s, %s",
                        plan.instances(),
                        plan.instances() == 1 ? "instance" : "instances",
                        plan.untilResolved()
                                ? "drawing ends at the first resolved sample (an oracle tells)"
                                : "every sample drawn")
                + (plan.budget() == null ? "" : ", a budget of " + dollars(plan.budget()));
    }

    /** The answers, a sentence each, and what to keep in mind. */
    public static List<String> sentences(Plan plan) {
        List<String> sentences = new ArrayList<>();
        if (plan.budget() != null) {
            sentences.add(best(plan, plan.budget()));
        }
        if (plan.offers() != null) {
            sentences.addAll(offers(plan.offers()));
        }
        sentences.addAll(plan.notes());
        return sentences;
    }

    private static String best(Plan plan, double budget) {
        Plan.Choice best = plan.best();
        if (best == null) {
            return dollars(budget) + " buys nothing that is known to cover any instance; "
                    + plan.frontier().stream()
                            .findFirst()
                            .map(first -> "the cheapest choice that does asks " + dollars(first.dollars()) + ".")
                            .orElse("nor does any other sum.");
        }
        return String.format(
                Locale.ROOT,
                "Best for %s: %s, %,d %s of each instance, expected to cover %s%s for %s.",
                dollars(budget),
                best.model(),
                best.samples(),
                best.samples() == 1 ? "sample" : "samples",
                percent(best.coverage()),
                interval(plan.bestCoverage()),
                dollars(best.dollars()));
    }

    private static String interval(Plan.@Nullable Range range) {
        return range == null
                ? ""
                : String.format(Locale.ROOT, " (%.2f to %.2f %%)", 100 * range.low(), 100 * range.high());
    }

    private static List<String> offers(Plan.Offers offers) {
        List<String> sentences = new ArrayList<>();
        if (offers.cheapest() != null) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Cheapest for %s requests at %s coverage: %s.",
                    number(offers.requests()),
                    percent(offers.coverage()),
                    offers.cheapest()));
        }
        for (Plan.From from : offers.cheapestFrom()) {
            if (from.requests() > 0) {
                sentences.add(from.model() + " pays from " + number(Math.ceil(from.requests())) + " requests on.");
            }
        }
        for (String unable : offers.unable()) {
            sentences.add(unable + " does not reach " + percent(offers.coverage()) + " with 10,000 samples.");
        }
        return sentences;
    }

    /** Those that say anything. */
    public static List<NamedTable> of(Plan plan) {
        List<NamedTable> tables = new ArrayList<>();
        tables.add(table(
                "Models, as measured",
                List.of("model", "a sample", "samples", "covered", "all instances", "relative", "known by"),
                plan.models().stream()
                        .map(model -> List.of(
                                model.name(),
                                dollars(model.dollarsPerSample()),
                                whole(model.measured().samples()),
                                percent(model.measured().coverage()),
                                dollars(model.measured().dollars()),
                                String.format(Locale.ROOT, "%.4gx", model.relative())
                                        .replaceFirst("\\.?0+x$", "x"),
                                model.from()))));
        tables.add(table(
                "Frontier: what no other choice beats",
                List.of("model", "samples", "covered", "cost"),
                thinned(plan.frontier()).stream()
                        .map(one -> List.of(
                                one.model(), whole(one.samples()), percent(one.coverage()), dollars(one.dollars())))));
        if (plan.offers() != null && !plan.offers().offers().isEmpty()) {
            tables.add(offersTable(plan.offers()));
        }
        tables.removeIf(table -> table.rows().size() < 2);
        return tables;
    }

    private static NamedTable offersTable(Plan.Offers offers) {
        return table(
                "At equal coverage, " + percent(offers.coverage()),
                List.of("model", "samples", "beforehand", "a request", number(offers.requests()) + " requests"),
                offers.offers().stream()
                        .map(one -> List.of(
                                one.model(),
                                whole(one.samples()),
                                dollars(one.beforehand()),
                                dollars(one.request()),
                                dollars(one.total()))));
    }

    /** About so many that a table can be read; first and last of each model's stretch stay. */
    private static List<Plan.Choice> thinned(List<Plan.Choice> all) {
        int step = Math.max(1, (all.size() + MOST_ROWS - 1) / MOST_ROWS);
        List<Plan.Choice> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean turns = i == 0
                    || i == all.size() - 1
                    || !all.get(i).model().equals(all.get(i - 1).model())
                    || !all.get(i).model().equals(all.get(i + 1).model());
            if (turns || i % step == 0) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    private static NamedTable table(String name, List<String> head, Stream<List<String>> rows) {
        return new NamedTable(name, Stream.concat(Stream.of(head), rows).toList());
    }

    private static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String number(double value) {
        return value < 1e12 && value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** Four digits, as much as a plan is worth, and cents where they are some. */
    static String dollars(double value) {
        if (value == 0) {
            return "$0";
        }
        if (value >= 1000) {
            return String.format(Locale.ROOT, "$%,.0f", value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros();
        return "$" + (rounded.scale() == 1 ? rounded.setScale(2) : rounded).toPlainString();
    }
}
