package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.evaluation.statistics.SampleCounts.FixedN;
import java.util.ArrayList;
import java.util.List;

/**
 * Chance that k of the samples drawn of an instance hold a resolved one, averaged over a suite:
 * {@code mean of 1 - C(n-c, k) / C(n, k)}, which estimates without bias what k fresh samples would give (Chen et al., 2021,
 * <i>Evaluating Large Language Models Trained on Code</i>, arXiv 2107.03374). With an oracle this is coverage at k samples.
 */
public record PassAtK(FixedCounts counts) {

    /**
     * Of one instance, as the product {@code 1 - prod (1 - k/i), i = n-c+1 .. n}: the binomial coefficients themselves
     * overflow.
     *
     * @param samples n
     * @param resolved c
     * @throws IllegalArgumentException when k is above n: nothing was seen there, a forecast is another thing
     */
    public static double of(int samples, int resolved, int k) {
        if (resolved < 0 || resolved > samples) {
            throw new IllegalArgumentException(resolved + " resolved of " + samples + " samples is impossible");
        }
        if (k < 1) {
            throw new IllegalArgumentException("pass@" + k + " is undefined; k is at least 1");
        }
        if (k > samples) {
            throw new IllegalArgumentException(
                    "pass@%d is undefined for %d samples; draw more samples or ask for k <= %d"
                            .formatted(k, samples, samples));
        }
        if (samples - resolved < k) {
            return 1;
        }
        double noneResolved = 1;
        for (int i = samples - resolved + 1; i <= samples; i++) {
            noneResolved *= 1 - (double) k / i;
        }
        return 1 - noneResolved;
    }

    /** Averaged over the instances. */
    public double at(int k) {
        check(k);
        return counts.all().stream()
                .mapToDouble(one -> of(one.samples(), one.resolved(), k))
                .average()
                .orElseThrow();
    }

    /** Coverage against k, with an interval over instances at each point. */
    public List<CoveragePoint> curve(List<Integer> ks, Bootstrap bootstrap) {
        double[][] table = table(ks);
        List<Interval> intervals = bootstrap.intervals(counts.size(), times -> weightedMeans(table, times));
        List<CoveragePoint> curve = new ArrayList<>();
        for (int i = 0; i < ks.size(); i++) {
            curve.add(new CoveragePoint(ks.get(i), at(ks.get(i)), intervals.get(i)));
        }
        return curve;
    }

    /**
     * One point of the curve.
     *
     * @param coverage estimated at k samples
     * @param interval over instances
     */
    public record CoveragePoint(int k, double coverage, Interval interval) {}

    /** pass@k by instance and k. */
    double[][] table(List<Integer> ks) {
        ks.forEach(this::check);
        return counts.all().stream()
                .map(one -> ks.stream()
                        .mapToDouble(k -> of(one.samples(), one.resolved(), k))
                        .toArray())
                .toArray(double[][]::new);
    }

    static double[] weightedMeans(double[][] rows, int[] times) {
        double[] sums = new double[rows[0].length];
        double weight = 0;
        for (int row = 0; row < rows.length; row++) {
            weight += times[row];
            for (int column = 0; times[row] > 0 && column < sums.length; column++) {
                sums[column] += times[row] * rows[row][column];
            }
        }
        for (int column = 0; column < sums.length; column++) {
            sums[column] /= weight;
        }
        return sums;
    }

    private void check(int k) {
        for (FixedN one : counts.all()) {
            if (k > one.samples()) {
                throw new IllegalArgumentException(
                        "pass@%d is undefined: %s has %d samples; draw more samples or ask for k <= %d"
                                .formatted(k, one.instance(), one.samples(), counts.fewestSamples()));
            }
        }
    }
}
