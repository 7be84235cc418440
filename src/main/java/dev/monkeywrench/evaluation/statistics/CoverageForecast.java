package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.evaluation.statistics.SampleCounts.FixedN;
import dev.monkeywrench.instance.InstanceId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What more samples would bring, by two laws side by side, with intervals over instances.
 *
 * <p>{@code betaBinomial} is the coverage of a suite of such instances. {@code extended} is that of these very instances when
 * the drawn samples are kept and more are added: what was resolved stays so, and an unresolved one is a draw from the
 * distribution after its failures. It is the better answer to "what would more samples bring here?", because the luck of
 * this suite is in it.
 */
public record CoverageForecast(CoverageLaw law, SuccessDistribution distribution, List<Point> points) {

    private static final InstanceId ANYBODY = new InstanceId("any");

    public CoverageForecast {
        points = List.copyOf(points);
    }

    /** Coverage foreseen at k samples. */
    public record Point(int k, Estimate powerLaw, Estimate betaBinomial, Estimate extended) {}

    /** A value and its interval over instances. */
    public record Estimate(double value, Interval interval) {}

    /**
     * Fits both laws, and once more for each resample.
     *
     * @throws IllegalArgumentException when an instance has one sample only
     */
    public static CoverageForecast of(FixedCounts counts, List<Integer> ks, Bootstrap bootstrap) {
        Fitting fitting = new Fitting(counts, ks);
        int[] once = IntStream.range(0, counts.size()).map(i -> 1).toArray();
        double[] values = fitting.values(once);
        List<Interval> intervals = bootstrap.intervals(counts.size(), fitting::values);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < ks.size(); i++) {
            points.add(new Point(
                    ks.get(i),
                    new Estimate(values[3 * i], intervals.get(3 * i)),
                    new Estimate(values[3 * i + 1], intervals.get(3 * i + 1)),
                    new Estimate(values[3 * i + 2], intervals.get(3 * i + 2))));
        }
        return new CoverageForecast(fitting.law(once), fitting.distribution(once), points);
    }

    /** Coverage of these instances at k samples, those drawn among them. */
    public static double extended(FixedCounts counts, SuccessDistribution distribution, int k) {
        return counts.all().stream()
                .mapToDouble(one -> extended(one, distribution, k))
                .average()
                .orElseThrow();
    }

    private static double extended(FixedN one, SuccessDistribution distribution, int k) {
        if (k <= one.samples()) {
            return PassAtK.of(one.samples(), one.resolved(), k);
        }
        return one.resolved() > 0
                ? 1
                : distribution.afterFailures(one.samples()).coverage(k - one.samples());
    }

    /** What does not change from one resample to the next. */
    private static final class Fitting {

        private final FixedCounts counts;
        private final List<Integer> ks;
        private final List<Integer> grid;
        private final double[][] table;
        /** Instances with the same counts are foreseen alike, so one of them stands for all. */
        private final List<FixedN> kinds = new ArrayList<>();

        private final int[] kindOf;

        Fitting(FixedCounts counts, List<Integer> ks) {
            this.counts = counts;
            this.ks = List.copyOf(ks);
            this.grid = CoverageLaw.grid(counts);
            this.table = new PassAtK(counts).table(grid);
            this.kindOf = counts.all().stream().mapToInt(this::kind).toArray();
        }

        private int kind(FixedN counts) {
            FixedN anybody = new FixedN(ANYBODY, counts.samples(), counts.resolved());
            if (!kinds.contains(anybody)) {
                kinds.add(anybody);
            }
            return kinds.indexOf(anybody);
        }

        CoverageLaw law(int[] times) {
            return CoverageLaw.fit(grid, PassAtK.weightedMeans(table, times));
        }

        SuccessDistribution distribution(int[] times) {
            return BetaBinomial.fit(counts.all(), times);
        }

        /** Three values for each k. */
        double[] values(int[] times) {
            CoverageLaw law = law(times);
            SuccessDistribution distribution = distribution(times);
            int[] ofKind = new int[kinds.size()];
            for (int i = 0; i < times.length; i++) {
                ofKind[kindOf[i]] += times[i];
            }
            return ks.stream()
                    .flatMapToDouble(k ->
                            DoubleStream.of(law.at(k), distribution.coverage(k), extended(ofKind, distribution, k)))
                    .toArray();
        }

        private double extended(int[] ofKind, SuccessDistribution distribution, int k) {
            double sum = 0;
            int weight = 0;
            for (int i = 0; i < ofKind.length; i++) {
                weight += ofKind[i];
                if (ofKind[i] > 0) {
                    sum += ofKind[i] * CoverageForecast.extended(kinds.get(i), distribution, k);
                }
            }
            return sum / weight;
        }
    }
}
