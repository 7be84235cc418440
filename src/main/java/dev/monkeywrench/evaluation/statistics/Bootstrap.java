package dev.monkeywrench.evaluation.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Percentile intervals by drawing instances anew, with replacement (Efron, 1979, <i>Bootstrap Methods: Another Look at the
 * Jackknife</i>). Instances are what is drawn, not samples: a suite is a selection of issues, and the samples of one issue
 * stand together.
 *
 * <p>Not for several threads at once.
 */
public final class Bootstrap {

    private final int resamples;
    private final double confidence;
    private final RandomGenerator random;

    /**
     * Settles how often, how sure and by what chance.
     *
     * @param resamples 1,000 give a percentile about two decimals
     * @param confidence as a share, 0.95 for 95 %
     * @param random seeded by the caller, so that a report can be made again
     */
    public Bootstrap(int resamples, double confidence, RandomGenerator random) {
        if (resamples < 2 || resamples > 100_000) {
            throw new IllegalArgumentException(resamples + " resamples are not between 2 and 100,000");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "A confidence of " + confidence + " is not between 0 and 1; 95 % is 0.95");
        }
        this.resamples = resamples;
        this.confidence = confidence;
        this.random = random;
    }

    /**
     * Intervals of several statistics of the same resamples.
     *
     * @param instances how many there are
     * @param statistics from how often each instance was drawn, always the same number of values
     * @return one interval for each value
     */
    List<Interval> intervals(int instances, Function<int[], double[]> statistics) {
        double[][] drawn = new double[resamples][];
        for (int i = 0; i < resamples; i++) {
            drawn[i] = statistics.apply(times(instances));
        }
        List<Interval> intervals = new ArrayList<>();
        for (int value = 0; value < drawn[0].length; value++) {
            int column = value;
            intervals.add(interval(
                    Arrays.stream(drawn).mapToDouble(row -> row[column]).toArray()));
        }
        return intervals;
    }

    private int[] times(int instances) {
        int[] times = new int[instances];
        for (int i = 0; i < instances; i++) {
            times[random.nextInt(instances)]++;
        }
        return times;
    }

    /** R's type 7, as NumPy's and R's default. */
    private Interval interval(double[] values) {
        Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
        double tail = 100 * (1 - confidence) / 2;
        return new Interval(percentile.evaluate(values, tail), percentile.evaluate(values, 100 - tail), confidence);
    }
}
