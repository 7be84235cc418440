package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.Bootstrap;
import dev.monkeywrench.evaluation.statistics.CostComparison;
import dev.monkeywrench.evaluation.statistics.McNemar;
import dev.monkeywrench.evaluation.statistics.Resolved;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.VerdictKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two evaluations, compared on the instances that both have; an instance is resolved where one of its samples passed.
 *
 * @param leftOut instances that only one of the two has
 * @param cost of the second less that of the first, an instance; empty where no instance's cost is known in both
 * @param priced instances whose cost is known in both
 */
public record Comparison(
        String first,
        String second,
        int instances,
        int leftOut,
        int resolvedByFirst,
        int resolvedBySecond,
        McNemar test,
        Optional<CostComparison> cost,
        int priced) {

    private static final int RESAMPLES = 10_000;
    private static final double CONFIDENCE = 0.95;

    /** Compares; the same random numbers give the same interval. */
    public static Comparison of(EvaluationRecord first, EvaluationRecord second, RandomGenerator random) {
        Map<InstanceId, ReportedRun> left = byInstance(first);
        Map<InstanceId, ReportedRun> right = byInstance(second);
        Set<InstanceId> both = new HashSet<>(left.keySet());
        both.retainAll(right.keySet());
        if (both.isEmpty()) {
            throw new IllegalArgumentException("'" + first.name() + "' and '" + second.name()
                    + "' have no instance in common; compare evaluations of one suite");
        }
        Resolved ofFirst = resolved(first.name(), left, both);
        Resolved ofSecond = resolved(second.name(), right, both);
        Map<InstanceId, BigDecimal> costs = costs(left, both);
        Map<InstanceId, BigDecimal> others = costs(right, both);
        costs.keySet().retainAll(others.keySet());
        others.keySet().retainAll(costs.keySet());
        return new Comparison(
                first.name(),
                second.name(),
                both.size(),
                left.size() + right.size() - 2 * both.size(),
                ofFirst.resolved().size(),
                ofSecond.resolved().size(),
                McNemar.of(ofFirst, ofSecond),
                costs.isEmpty()
                        ? Optional.empty()
                        : Optional.of(CostComparison.of(costs, others, new Bootstrap(RESAMPLES, CONFIDENCE, random))),
                costs.size());
    }

    private static Map<InstanceId, ReportedRun> byInstance(EvaluationRecord record) {
        return record.runs().stream()
                .collect(Collectors.toMap(ReportedRun::instance, Function.identity(), (earlier, later) -> later));
    }

    private static Resolved resolved(String name, Map<InstanceId, ReportedRun> runs, Set<InstanceId> suite) {
        Set<InstanceId> resolved = runs.values().stream()
                .filter(run -> suite.contains(run.instance()))
                .filter(run -> run.samples().stream()
                        .anyMatch(sample -> sample.verdict().equals(Optional.of(VerdictKind.PASSED))))
                .map(ReportedRun::instance)
                .collect(Collectors.toSet());
        return new Resolved(name, suite, resolved);
    }

    private static Map<InstanceId, BigDecimal> costs(Map<InstanceId, ReportedRun> runs, Set<InstanceId> suite) {
        Map<InstanceId, BigDecimal> costs = new HashMap<>();
        runs.values().stream()
                .filter(run -> suite.contains(run.instance()))
                .forEach(run -> run.dollars().ifPresent(dollars -> costs.put(run.instance(), dollars)));
        return costs;
    }

    /** For people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(instances + " instances that both have; " + leftOut + " that only one has are left out");
        lines.add(resolved("first: ", resolvedByFirst, first));
        lines.add(resolved("second:", resolvedBySecond, second));
        lines.add(String.format(
                Locale.ROOT,
                "only the first resolved %d, only the second %d: McNemar mid-p %.4f (exact %.4f)",
                test.onlyFirst(),
                test.onlySecond(),
                test.midP(),
                test.exact()));
        lines.add(cost.map(difference -> String.format(
                        Locale.ROOT,
                        "the second costs $%.4f more an instance (95 %% from $%.4f to $%.4f; paired bootstrap over %d"
                                + " priced in both)",
                        difference.meanDifference(),
                        difference.interval().low(),
                        difference.interval().high(),
                        priced))
                .orElse("cost: unknown, no instance has a known price in both"));
        return lines;
    }

    private String resolved(String which, int resolved, String name) {
        return String.format(
                Locale.ROOT, "%s resolved %d (%.1f %%)  %s", which, resolved, 100.0 * resolved / instances, name);
    }

    /** For programs. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("first", first)
                .put("second", second)
                .put("instances", instances)
                .put("leftOut", leftOut);
        json.put("resolvedByFirst", resolvedByFirst).put("resolvedBySecond", resolvedBySecond);
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
