package dev.monkeywrench.evaluation.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The exponentiated power law {@code coverage = exp(a * k^b)} with a and b not above 0 (Brown et al., 2024, <i>Large Language
 * Monkeys</i>, arXiv 2407.21787, section 3).
 *
 * <p>The logarithm is the natural one. The paper's printed parameters give its printed coverage only with base 10:
 * {@link #ofBase10} takes those.
 *
 * @param a minus infinity when nothing was resolved: coverage is then 0 everywhere
 */
public record CoverageLaw(double a, double b) {

    private static final int POINTS = 40;
    private static final CoverageLaw NOTHING = new CoverageLaw(Double.NEGATIVE_INFINITY, 0);
    private static final CoverageLaw EVERYTHING = new CoverageLaw(0, 0);

    public CoverageLaw {
        if (!(a <= 0 && b <= 0)) {
            throw new IllegalArgumentException(
                    "exp(%s * k^%s) is no coverage that grows with k; both are 0 or below".formatted(a, b));
        }
    }

    /** The law as printed in the paper, {@code coverage = 10^(a * k^b)}. */
    public static CoverageLaw ofBase10(double a, double b) {
        return new CoverageLaw(a * Math.log(10), b);
    }

    /**
     * Fitted by least squares of coverage on about 40 log-spaced k, as in the paper.
     *
     * @throws IllegalArgumentException when an instance has one sample only
     */
    public static CoverageLaw fit(FixedCounts counts) {
        List<Integer> ks = grid(counts);
        PassAtK passAtK = new PassAtK(counts);
        return fit(ks, ks.stream().mapToDouble(passAtK::at).toArray());
    }

    /** The points that a suite's counts are fitted on. */
    static List<Integer> grid(FixedCounts counts) {
        int most = counts.fewestSamples();
        if (most < 2) {
            throw new IllegalArgumentException(
                    "One sample of an instance says nothing about the second; a forecast needs 2 or more of each");
        }
        return SampleGrid.logSpaced(most, POINTS);
    }

    static CoverageLaw fit(List<Integer> ks, double[] coverage) {
        if (coverage[coverage.length - 1] <= 0) {
            return NOTHING;
        }
        if (coverage[0] >= 1) {
            return EVERYTHING;
        }
        double[] logs = ks.stream().mapToDouble(Math::log).toArray();
        // below 0 by construction: a = -e^x, b = -e^y
        double[] start = {Math.log(-Math.log(Math.max(coverage[0], 1e-6))), Math.log(0.3)};
        double[] best = Minimum.of(start[0], start[1], point -> squares(point, logs, coverage));
        return new CoverageLaw(-Math.exp(best[0]), -Math.exp(best[1]));
    }

    private static double squares(double[] point, double[] logs, double[] coverage) {
        double b = -Math.exp(point[1]);
        return IntStream.range(0, logs.length)
                .mapToDouble(i -> Math.exp(-Math.exp(point[0] + b * logs[i])) - coverage[i])
                .map(error -> error * error)
                .sum();
    }

    /** Coverage at k samples. */
    public double at(int k) {
        return Math.exp(a * Math.pow(k, b));
    }
}
