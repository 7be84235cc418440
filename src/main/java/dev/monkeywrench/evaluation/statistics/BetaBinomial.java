package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.evaluation.statistics.SampleCounts.FixedN;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.AllOrNothing;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Beta;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Same;
import java.util.Arrays;
import java.util.List;

/**
 * The distribution of success probabilities that makes the counts likeliest: each instance draws its p from a Beta(a, b) and
 * its resolved samples from a Binomial(n, p) (Kazdan et al., 2025, <i>Efficient Prediction of Pass@k Scaling in Large Language
 * Models</i>, arXiv 2510.05197).
 *
 * <p>The logarithm of the likelihood, but for a constant, is {@code sum over i of A[i] log(a+i) + B[i] log(b+i) - N[i]
 * log(a+b+i)}, where A[i] instances have more than i resolved samples, B[i] more than i others and N[i] more than i samples
 * (Griffiths, 1973, Biometrics 29): no gamma function, and the work grows with n, not with the suite.
 *
 * <p>The likelihood has no maximum inside in three cases, each with its own answer: all alike resolved or not, each instance
 * all or nothing (a and b go to 0), and spread no wider than of a binomial (a and b go to infinity).
 */
public final class BetaBinomial {

    private final double[] resolved;
    private final double[] failed;
    private final double[] drawn;

    private BetaBinomial(int most) {
        resolved = new double[most];
        failed = new double[most];
        drawn = new double[most];
    }

    /**
     * Fits counts.
     *
     * @throws IllegalArgumentException when no instance has two samples: only the mean of p shows then
     */
    public static SuccessDistribution fit(FixedCounts counts) {
        int[] once = new int[counts.size()];
        Arrays.fill(once, 1);
        return fit(counts.all(), once);
    }

    /** The interval, over instances, of the coverage that the fit foresees at so many samples. */
    public static Interval coverage(FixedCounts counts, int samples, Bootstrap bootstrap) {
        return bootstrap
                .intervals(counts.size(), times ->
                        new double[] {fit(counts.all(), times).coverage(samples)})
                .getFirst();
    }

    static SuccessDistribution fit(List<FixedN> counts, int[] times) {
        int most = counts.stream().mapToInt(FixedN::samples).max().orElseThrow();
        if (most < 2) {
            throw new IllegalArgumentException(
                    "One sample of an instance says nothing about the second; a forecast needs 2 or more of some");
        }
        BetaBinomial fit = new BetaBinomial(most);
        for (int i = 0; i < times.length; i++) {
            fit.add(counts.get(i), times[i]);
        }
        return fit.likeliest();
    }

    private void add(FixedN counts, int times) {
        if (times == 0) {
            return;
        }
        // marked at the last place; sums from the right make "more than i" of it
        mark(resolved, counts.resolved(), times);
        mark(failed, counts.samples() - counts.resolved(), times);
        mark(drawn, counts.samples(), times);
    }

    private static void mark(double[] tail, int count, int times) {
        if (count > 0) {
            tail[count - 1] += times;
        }
    }

    private SuccessDistribution likeliest() {
        accumulate(resolved);
        accumulate(failed);
        accumulate(drawn);
        double mean = sum(resolved) / sum(drawn);
        if (mean == 0 || mean == 1) {
            return new Same(mean);
        }
        if (resolved[0] + failed[0] == drawn[0]) {
            return new AllOrNothing(resolved[0] / drawn[0]);
        }
        if (spreadsNoWiderThanBinomial(mean)) {
            return new Same(mean);
        }
        double[] best = Minimum.of(Math.log(mean), Math.log(1 - mean), this::surprise);
        return new Beta(Math.exp(best[0]), Math.exp(best[1]));
    }

    private static void accumulate(double[] marks) {
        for (int i = marks.length - 2; i >= 0; i--) {
            marks[i] += marks[i + 1];
        }
    }

    private static double sum(double[] tail) {
        return Arrays.stream(tail).sum();
    }

    /** The slope of the likelihood in 1/(a+b), at 0 and at the mean: not above 0 means that the binomial is likeliest. */
    private boolean spreadsNoWiderThanBinomial(double mean) {
        double slope = 0;
        for (int i = 0; i < drawn.length; i++) {
            slope += i * (resolved[i] / mean + failed[i] / (1 - mean) - drawn[i]);
        }
        return slope <= 0;
    }

    private double surprise(double[] logs) {
        double a = Math.exp(logs[0]);
        double b = Math.exp(logs[1]);
        double likelihood = 0;
        for (int i = 0; i < drawn.length && drawn[i] > 0; i++) {
            likelihood += term(resolved[i], a + i) + term(failed[i], b + i) - term(drawn[i], a + b + i);
        }
        return -likelihood;
    }

    private static double term(double times, double value) {
        return times == 0 ? 0 : times * Math.log(value);
    }
}
