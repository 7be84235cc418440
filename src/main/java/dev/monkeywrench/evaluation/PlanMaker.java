package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.Allocation;
import dev.monkeywrench.evaluation.statistics.BetaBinomial;
import dev.monkeywrench.evaluation.statistics.Bootstrap;
import dev.monkeywrench.evaluation.statistics.MeasuredModel;
import dev.monkeywrench.evaluation.statistics.Planner;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Works out one plan. */
final class PlanMaker {

    /** How far the frontier is told where no budget bounds it. */
    private static final int FORESEEN_SAMPLES = 1_000;
    /** How far beyond the budget it is told. */
    private static final double BEYOND = 10;

    private static final int RESAMPLES = 200;
    private static final double CONFIDENCE = 0.95;
    /** The same request gives the same plan. */
    private static final long SEED = 1;
    /** A fit takes time in proportion to the samples of an instance. */
    private static final int MOST_RESAMPLED = 1_000;

    private final Planner planner;
    private final List<PlannedModel> models;
    private final OptionalDouble budget;
    private final Map<String, Integer> drawn = new HashMap<>();
    /** As they were measured, by name. */
    private final Map<String, Allocation> measured = new HashMap<>();

    private final double dearest;
    private final double cheapest;

    PlanMaker(Planner planner, List<PlannedModel> models, OptionalDouble budget) {
        this.planner = planner;
        this.models = List.copyOf(models);
        this.budget = budget;
        for (PlannedModel each : models) {
            drawn.put(each.model().name(), each.drawn());
            measured.put(each.model().name(), planner.allocation(each.model(), Math.max(1, each.drawn())));
        }
        DoubleSummaryStatistics dollars =
                measured.values().stream().mapToDouble(Allocation::dollars).summaryStatistics();
        this.dearest = dollars.getMax();
        this.cheapest = dollars.getMin();
    }

    Plan plan(Optional<PlanOffers> offers) {
        Optional<Allocation> best = budget.isPresent() ? planner.best(budget.getAsDouble()) : Optional.empty();
        return new Plan(
                planner.instances(),
                planner.spending() == Planner.Spending.UNTIL_RESOLVED,
                budget.isPresent() ? Double.valueOf(budget.getAsDouble()) : null,
                best.map(this::choice).orElse(null),
                best.flatMap(this::interval).orElse(null),
                lines(),
                withinReach(planner.frontier(most())),
                offers.map(asked -> asked.of(planner, models)).orElse(null),
                notes(best));
    }

    /** Of what is foreseen: another suite of such instances would have given another fit. */
    private Optional<Plan.Range> interval(Allocation best) {
        return models.stream()
                .filter(each -> each.model().equals(best.model()) && each.drawn() <= MOST_RESAMPLED)
                .flatMap(each -> each.counts().stream())
                .findFirst()
                .map(counts -> BetaBinomial.coverage(
                        counts, best.samples(), new Bootstrap(RESAMPLES, CONFIDENCE, new SplittableRandom(SEED))))
                .map(interval -> new Plan.Range(interval.low(), interval.high()));
    }

    private int most() {
        return budget.isPresent() ? MeasuredModel.MOST_SAMPLES : FORESEEN_SAMPLES;
    }

    private List<Plan.Choice> withinReach(List<Allocation> all) {
        double reach = Math.max(dearest, BEYOND * budget.orElse(Double.POSITIVE_INFINITY));
        return all.stream()
                .filter(one -> one.dollars() <= reach)
                .map(this::choice)
                .toList();
    }

    private Plan.Choice choice(Allocation one) {
        String name = one.model().name();
        return new Plan.Choice(
                name,
                one.samples(),
                one.coverage(),
                rounded(one.dollars()),
                one.samples() <= drawn.getOrDefault(name, 0));
    }

    /** Without what adding up binary numbers leaves behind. */
    private static double rounded(double dollars) {
        return BigDecimal.valueOf(dollars).round(new MathContext(12)).doubleValue();
    }

    private List<Plan.Model> lines() {
        return models.stream().map(this::line).toList();
    }

    private Plan.Model line(PlannedModel each) {
        Allocation asMeasured = Objects.requireNonNull(measured.get(each.model().name()));
        return new Plan.Model(
                each.model().name(),
                each.from(),
                each.model().dollarsPerSample(),
                choice(asMeasured),
                asMeasured.dollars() / cheapest,
                rising(withinReach(planner.curve(each.model(), most()))));
    }

    /** Without the samples that cover nothing more, of which a table of shares says nothing. */
    private static List<Plan.Choice> rising(List<Plan.Choice> curve) {
        List<Plan.Choice> rising = new ArrayList<>();
        for (Plan.Choice next : curve) {
            if (rising.isEmpty() || next.coverage() > rising.getLast().coverage()) {
                rising.add(next);
            }
        }
        return rising;
    }

    private List<String> notes(Optional<Allocation> best) {
        List<String> notes = new ArrayList<>();
        models.stream()
                .filter(each -> !each.note().isEmpty())
                .forEach(each -> notes.add(each.model().name() + ": " + each.note()));
        Set<Set<String>> suites = models.stream()
                .map(PlannedModel::instances)
                .filter(names -> !names.isEmpty())
                .collect(Collectors.toSet());
        if (suites.size() > 1) {
            notes.add(
                    "The models were measured on different instances; a difference between them may be one of these.");
        }
        best.map(this::choice)
                .filter(chosen -> !chosen.measured() && drawn.getOrDefault(chosen.model(), 0) > 0)
                .ifPresent(chosen -> notes.add(
                        "%s was measured with %,d samples of an instance; what more would cover is a forecast."
                                .formatted(chosen.model(), drawn.get(chosen.model()))));
        return notes;
    }
}
