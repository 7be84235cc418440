package dev.monkeywrench.evaluation.statistics;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Whether two evaluations of the same instances differ in what they resolve (McNemar, 1947, Psychometrika 12). Only the
 * instances that one of the two resolved tell: if neither were better, each would fall to either side like a coin.
 *
 * @param onlyFirst instances that the first resolved and the second did not
 */
public record McNemar(int onlyFirst, int onlySecond) {

    public McNemar {
        if (onlyFirst < 0 || onlySecond < 0) {
            throw new IllegalArgumentException("Instances are counted from 0");
        }
    }

    /**
     * Of two evaluations.
     *
     * @throws IllegalArgumentException when their suites differ
     */
    public static McNemar of(Resolved first, Resolved second) {
        return new McNemar(first.lackedBy(second), second.lackedBy(first));
    }

    /** Two-sided p of the exact test: {@code min(1, 2 P(X <= smaller))} with X binomial(n, 1/2); never too small. */
    public double exact() {
        return Math.min(1, 2 * coin().cumulativeProbability(smaller()));
    }

    /**
     * Two-sided mid-p: {@link #exact} less the probability of what was observed, or 1 less half of it at a tie. The test to
     * report: as powerful as the asymptotic one and all but never too small (Fagerland, Lydersen and Laake, 2013, BMC Medical
     * Research Methodology 13:91).
     */
    public double midP() {
        double observed = coin().probability(smaller());
        return onlyFirst == onlySecond ? 1 - observed / 2 : exact() - observed;
    }

    private int smaller() {
        return Math.min(onlyFirst, onlySecond);
    }

    private BinomialDistribution coin() {
        return new BinomialDistribution(onlyFirst + onlySecond, 0.5);
    }
}
