package dev.monkeywrench.verification;

/**
 * Whether a test that ends now this way, now that, goes one way in more than half of all runs.
 *
 * <p>Both measures compare what was seen with a fair coin. Watched after every run and stopped whenever one likes, the
 * {@linkplain #evidence evidence} for a way that a test goes in at most half of its runs ever reaches {@link #ENOUGH}
 * with a probability of at most 1 / {@value #ENOUGH} (Ville's inequality: under the coin it is a martingale that starts
 * at 1, and under anything worse it is smaller). Runs are taken to be independent of each other.
 */
final class Odds {

    /** The evidence at which a question is closed: it is closed wrongly once in so many times at most. */
    static final int ENOUGH = 100;

    private Odds() {}

    /**
     * How much more likely it is that a test went one way so often where its probability to do so lies evenly between
     * one half and one, than with a fair coin.
     */
    static double evidence(int times, int runs) {
        return 2 * posterior(times, runs) * Math.pow(2, runs) / ((runs + 1) * combinations(runs, times));
    }

    /**
     * The probability that a test goes this way in more than half of all runs, after it did so many times; before the
     * first run every probability was as likely as any other (Beta(1, 1)).
     */
    static double posterior(int times, int runs) {
        if (times < 0 || times > runs) {
            throw new IllegalArgumentException(times + " of " + runs + " runs cannot be");
        }
        double sum = 0;
        for (int i = 0; i <= times; i++) {
            sum += combinations(runs + 1, i);
        }
        return sum / Math.pow(2, runs + 1);
    }

    /** The mean of what the probability of something may be that was seen so many times (Beta(1, 1) before). */
    static double mean(int times, int runs) {
        return (times + 1.0) / (runs + 2.0);
    }

    private static double combinations(int n, int k) {
        double product = 1;
        for (int i = 1; i <= Math.min(k, n - k); i++) {
            product *= (n - Math.min(k, n - k) + i) / (double) i;
        }
        return product;
    }
}
