package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.evaluation.statistics.SampleCounts.FixedN;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

/**
 * Made-up suites of 300 instances, whose probabilities follow what Large Language Monkeys found on SWE-bench Lite, 250 samples
 * each: what does a fit foresee at 1,000 samples, and what would those very instances have given?
 */
class ParameterRecoveryTest {

    private static final int SEEDS = 200;
    private static final int INSTANCES = 300;
    private static final int SAMPLES = 250;
    private static final int K = 1_000;
    private static final double A = 0.122;
    private static final double B = 0.6453;

    /** Errors of one seed, foreseen less true. */
    private record Errors(double extended, double betaBinomial, double powerLaw, double ofThePopulation) {}

    @Test
    void betaBinomialForeseesCoverageWithinThreePoints() {
        List<Errors> errors = IntStream.range(0, SEEDS)
                .mapToObj(ParameterRecoveryTest::errors)
                .toList();

        double extended = share(errors.stream().map(Errors::extended).toList());
        double betaBinomial = share(errors.stream().map(Errors::betaBinomial).toList());
        double powerLaw = share(errors.stream().map(Errors::powerLaw).toList());
        double population = share(errors.stream().map(Errors::ofThePopulation).toList());
        System.out.printf(
                "within 3 points at k = %d, share of %d seeds: extended %.3f, Beta-Binomial %.3f, power law %.3f"
                        + " (mean error %+.4f); Beta-Binomial against the population %.3f%n",
                K,
                SEEDS,
                extended,
                betaBinomial,
                powerLaw,
                errors.stream().mapToDouble(Errors::powerLaw).average().orElseThrow(),
                population);
        assertThat(extended).isGreaterThanOrEqualTo(0.95);
        assertThat(betaBinomial).isGreaterThanOrEqualTo(0.90);
        assertThat(powerLaw).isLessThan(0.80);
    }

    private static Errors errors(int seed) {
        double[] probabilities = Suites.probabilities(A, B, INSTANCES, seed);
        FixedCounts counts = drawn(probabilities, seed);
        double truth = Suites.coverage(probabilities, K);
        SuccessDistribution fit = BetaBinomial.fit(counts);
        return new Errors(
                CoverageForecast.extended(counts, fit, K) - truth,
                fit.coverage(K) - truth,
                CoverageLaw.fit(counts).at(K) - truth,
                fit.coverage(K) - new SuccessDistribution.Beta(A, B).coverage(K));
    }

    private static FixedCounts drawn(double[] probabilities, int seed) {
        RandomDataGenerator random = new RandomDataGenerator(10_000 + seed);
        List<FixedN> counts = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            double p = probabilities[i];
            int resolved = (int) IntStream.range(0, SAMPLES)
                    .filter(sample -> random.nextDouble() < p)
                    .count();
            counts.add(new FixedN(Suites.id(i), SAMPLES, resolved));
        }
        return new FixedCounts(counts);
    }

    private static double share(List<Double> errors) {
        return errors.stream().filter(error -> Math.abs(error) <= 0.03).count() / (double) errors.size();
    }
}
