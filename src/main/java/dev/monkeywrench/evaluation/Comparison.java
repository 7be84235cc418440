package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.report.ComparedInstance;
import dev.monkeywrench.evaluation.statistics.Bootstrap;
import dev.monkeywrench.evaluation.statistics.CostComparison;
import dev.monkeywrench.evaluation.statistics.McNemar;
import dev.monkeywrench.instance.InstanceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two evaluations, compared on the instances that both have; an instance is resolved where one of its samples passed.
 *
 * @param instances in the order of their ids
 * @param leftOut instances that only one of the two has
 * @param cost of the second less that of the first, an instance; empty where no instance's cost is known in both
 * @param priced instances whose cost is known in both
 */
public record Comparison(
        String first,
        String second,
        List<ComparedInstance> instances,
        int leftOut,
        McNemar test,
        Optional<CostComparison> cost,
        int priced) {

    private static final int RESAMPLES = 10_000;
    private static final double CONFIDENCE = 0.95;

    public Comparison {
        instances = List.copyOf(instances);
    }

    /** Compares; the same random numbers give the same interval. */
    public static Comparison of(EvaluationRecord first, EvaluationRecord second, RandomGenerator random) {
        PairedRuns both = PairedRuns.of(first, second);
        List<ComparedInstance> instances = both.instances();
        Map<InstanceId, BigDecimal> costs = costs(instances, ComparedInstance::firstDollars);
        Map<InstanceId, BigDecimal> others = costs(instances, ComparedInstance::secondDollars);
        return new Comparison(
                first.name(),
                second.name(),
                instances,
                both.leftOut(),
                new McNemar(
                        count(instances, one -> one.first() && !one.second()),
                        count(instances, one -> one.second() && !one.first())),
                costs.isEmpty()
                        ? Optional.empty()
                        : Optional.of(CostComparison.of(costs, others, new Bootstrap(RESAMPLES, CONFIDENCE, random))),
                costs.size());
    }

    private static boolean isPriced(ComparedInstance one) {
        return one.firstDollars().isPresent() && one.secondDollars().isPresent();
    }

    private static Map<InstanceId, BigDecimal> costs(
            List<ComparedInstance> instances, Function<ComparedInstance, Optional<BigDecimal>> dollars) {
        return instances.stream()
                .filter(Comparison::isPriced)
                .collect(Collectors.toMap(
                        one -> new InstanceId(one.id()),
                        one -> dollars.apply(one).orElseThrow()));
    }

    private static int count(List<ComparedInstance> instances, Predicate<ComparedInstance> which) {
        return (int) instances.stream().filter(which).count();
    }

    int count(Predicate<ComparedInstance> which) {
        return count(instances, which);
    }

    List<String> ids(Predicate<ComparedInstance> which) {
        return instances.stream().filter(which).map(ComparedInstance::id).toList();
    }

    /** Mean dollars of an instance, of those whose cost is known in both. */
    double mean(Function<ComparedInstance, Optional<BigDecimal>> dollars) {
        return instances.stream()
                .filter(Comparison::isPriced)
                .mapToDouble(one -> dollars.apply(one).orElseThrow().doubleValue())
                .average()
                .orElse(0);
    }

    /** For people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(instances.size() + " instances that both have; " + leftOut + " that only one has are left out");
        lines.add(resolved("first: ", count(ComparedInstance::first), first));
        lines.add(resolved("second:", count(ComparedInstance::second), second));
        lines.add(tested());
        lines.add(costs());
        return lines;
    }

    /** The test, in words. */
    String tested() {
        return String.format(
                Locale.ROOT,
                "only the first resolved %d, only the second %d: McNemar mid-p %.4f (exact %.4f)",
                test.onlyFirst(),
                test.onlySecond(),
                test.midP(),
                test.exact());
    }

    /** The costs, in words. */
    String costs() {
        return cost.map(difference -> "cost of the second less the first: " + dollars(difference.meanDifference())
                        + " an instance (95 % from "
                        + dollars(difference.interval().low()) + " to "
                        + dollars(difference.interval().high()) + "; paired bootstrap over " + priced
                        + " priced in both)")
                .orElse("cost: unknown, no instance has a known price in both");
    }

    static String dollars(double value) {
        return String.format(Locale.ROOT, "%s$%.4f", value < 0 ? "-" : "", Math.abs(value));
    }

    private String resolved(String which, int resolved, String name) {
        return String.format(
                Locale.ROOT,
                "%s resolved %d (%.1f %%)  %s",
                which,
                resolved,
                100.0 * resolved / instances.size(),
                name);
    }

    /** For programs. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("first", first)
                .put("second", second)
                .put("instances", instances.size())
                .put("leftOut", leftOut);
        json.put("resolvedByFirst", count(ComparedInstance::first))
                .put("resolvedBySecond", count(ComparedInstance::second));
        ArrayNode onlyFirst = json.putArray("onlyFirst");
        ids(one -> one.first() && !one.second()).forEach(onlyFirst::add);
        ArrayNode onlySecond = json.putArray("onlySecond");
        ids(one -> one.second() && !one.first()).forEach(onlySecond::add);
        ObjectNode paired = json.putObject("mcNemar");
        paired.put("onlyFirst", test.onlyFirst()).put("onlySecond", test.onlySecond());
        paired.put("midP", test.midP()).put("exact", test.exact());
        ObjectNode dollars = json.put("priced", priced).putObject("dollarsMoreForSecond");
        cost.ifPresent(difference -> dollars.put("mean", difference.meanDifference())
                .put("low", difference.interval().low())
                .put("high", difference.interval().high())
                .put("confidence", difference.interval().confidence()));
        return json;
    }
}
