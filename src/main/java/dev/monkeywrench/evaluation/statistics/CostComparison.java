package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.instance.InstanceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the second of two evaluations of the same instances costs more than the first, by the paired bootstrap: instances are
 * drawn anew with both their costs, so what makes an instance dear for both does not blur the difference (Efron and
 * Tibshirani, 1993, <i>An Introduction to the Bootstrap</i>, chapter 8).
 *
 * @param meanDifference second less first, in dollars an instance
 */
public record CostComparison(double meanDifference, Interval interval) {

    /**
     * Compares costs by instance, in dollars.
     *
     * @throws IllegalArgumentException when the two are not of the same instances
     */
    public static CostComparison of(
            Map<InstanceId, BigDecimal> first, Map<InstanceId, BigDecimal> second, Bootstrap bootstrap) {
        if (first.isEmpty() || !first.keySet().equals(second.keySet())) {
            throw new IllegalArgumentException(
                    "The costs are not of the same instances; compare those whose cost is known in both");
        }
        List<InstanceId> instances = first.keySet().stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
        double[][] differences = instances.stream()
                .map(id -> new double[] {difference(first, second, id)})
                .toArray(double[][]::new);
        int[] once = instances.stream().mapToInt(id -> 1).toArray();
        Interval interval = bootstrap
                .intervals(differences.length, times -> PassAtK.weightedMeans(differences, times))
                .getFirst();
        return new CostComparison(PassAtK.weightedMeans(differences, once)[0], interval);
    }

    private static double difference(
            Map<InstanceId, BigDecimal> first, Map<InstanceId, BigDecimal> second, InstanceId id) {
        return second.getOrDefault(id, BigDecimal.ZERO)
                .subtract(first.getOrDefault(id, BigDecimal.ZERO))
                .doubleValue();
    }
}
