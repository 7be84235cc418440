package dev.monkeywrench.evaluation.statistics;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.hipparchus.special.Gamma;

/**
 * How likely one sample resolves an instance, across the instances of a suite. Coverage at k samples is the mean of
 * {@code 1 - (1 - p)^k} over it. Each instance's failures fall off exponentially; the power law of a whole suite comes from
 * its tail of hard instances (Schaeffer et al., 2025, arXiv 2502.17578).
 */
public sealed interface SuccessDistribution {

    /** Expected coverage at k samples. */
    double coverage(int k);

    /** Of an instance of which nothing is known but that so many samples failed. */
    SuccessDistribution afterFailures(int failures);

    /** Chance that the next sample of such an instance resolves it; {@code a / (a + b + failures)} of a Beta. */
    default double nextAfterFailures(int failures) {
        return afterFailures(failures).coverage(1);
    }

    /** Beta(a, b): {@code coverage = 1 - Γ(a+b) Γ(b+k) / (Γ(b) Γ(a+b+k))}. */
    record Beta(double a, double b) implements SuccessDistribution {

        public Beta {
            if (!(a > 0 && b > 0)) {
                throw new IllegalArgumentException("Beta(%s, %s) is no distribution; both are above 0".formatted(a, b));
            }
        }

        @Override
        public double coverage(int k) {
            checkSamples(k);
            double logFailure =
                    Gamma.logGamma(a + b) + Gamma.logGamma(b + k) - Gamma.logGamma(b) - Gamma.logGamma(a + b + k);
            return -Math.expm1(logFailure);
        }

        @Override
        public SuccessDistribution afterFailures(int failures) {
            checkSamples(failures);
            return new Beta(a, b + failures);
        }
    }

    /** Every instance is as hard as the next: {@code coverage = 1 - (1 - p)^k}. */
    record Same(double probability) implements SuccessDistribution {

        public Same {
            checkShare(probability);
        }

        @Override
        public double coverage(int k) {
            checkSamples(k);
            return 1 - Math.pow(1 - probability, k);
        }

        @Override
        public SuccessDistribution afterFailures(int failures) {
            checkSamples(failures);
            return this;
        }
    }

    /** An instance is resolved by every sample or by none: more samples bring nothing. */
    record AllOrNothing(double share) implements SuccessDistribution {

        public AllOrNothing {
            checkShare(share);
        }

        @Override
        public double coverage(int k) {
            checkSamples(k);
            return k == 0 ? 0 : share;
        }

        @Override
        public SuccessDistribution afterFailures(int failures) {
            checkSamples(failures);
            return failures == 0 ? this : new AllOrNothing(0);
        }
    }

    /**
     * Coverage as somebody measured it at some numbers of samples, as the tables of papers state it. Between and beyond them
     * no more is known than what fewer samples covered, so that a plan promises too little rather than too much.
     *
     * @param shares by number of samples
     */
    record Stated(NavigableMap<Integer, Double> shares) implements SuccessDistribution {

        public Stated {
            shares = Collections.unmodifiableNavigableMap(new TreeMap<>(shares));
            double before = 0;
            for (Map.Entry<Integer, Double> share : shares.entrySet()) {
                checkShare(share.getValue());
                if (share.getKey() < 1 || share.getValue() < before) {
                    throw new IllegalArgumentException(
                            "Coverage does not fall with more samples, and begins at 1 sample; %d samples cover %s"
                                    .formatted(share.getKey(), share.getValue()));
                }
                before = share.getValue();
            }
        }

        @Override
        public double coverage(int k) {
            checkSamples(k);
            Map.Entry<Integer, Double> known = shares.floorEntry(k);
            return known == null ? 0 : known.getValue();
        }

        @Override
        public SuccessDistribution afterFailures(int failures) {
            double covered = coverage(failures);
            NavigableMap<Integer, Double> rest = new TreeMap<>();
            if (covered < 1) {
                shares.tailMap(failures, false)
                        .forEach((k, share) -> rest.put(k - failures, (share - covered) / (1 - covered)));
            }
            return new Stated(rest);
        }
    }

    private static void checkShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A probability of " + share + " is not between 0 and 1");
        }
    }

    private static void checkSamples(int samples) {
        if (samples < 0) {
            throw new IllegalArgumentException(samples + " samples cannot be drawn");
        }
    }
}
