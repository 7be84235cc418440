package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule that closes questions about flaky tests, and how often it is wrong. */
class OddsTest {

    private static final int RUNS = 300;

    @Test
    void nineRunsThatAgreeCloseTheQuestion() {
        assertThat(Odds.evidence(8, 8)).isLessThan(Odds.ENOUGH);
        assertThat(Odds.evidence(9, 9)).isGreaterThan(Odds.ENOUGH);
        assertThat(Odds.evidence(0, 0)).isEqualTo(1);
        assertThat(Odds.evidence(1, 1)).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void confidenceIsThePosteriorOfMoreThanHalf() {
        assertThat(Odds.posterior(1, 1)).isCloseTo(0.75, within(1e-12));
        assertThat(Odds.posterior(2, 2)).isCloseTo(0.875, within(1e-12));
        assertThat(Odds.posterior(5, 10)).isCloseTo(0.5, within(1e-12));
        assertThat(Odds.posterior(0, 3) + Odds.posterior(3, 3)).isCloseTo(1, within(1e-12));
    }

    /** Not drawn but computed: all ways in which {@value #RUNS} tosses can go. */
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.3, 0.45, 0.5})
    void coinIsTakenForSteadyOnceInAHundredTimesAtMost(double chance) {
        assertThat(reaches(chance)).isLessThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.9, 0.95, 0.98, 1})
    void whatMostlyGoesOneWayIsFoundToDoSo(double chance) {
        assertThat(reaches(chance)).isGreaterThan(0.99);
    }

    /** The probability that the evidence for a way ever reaches the limit. */
    private static double reaches(double chance) {
        double[] open = {1};
        double closed = 0;
        for (int runs = 1; runs <= RUNS; runs++) {
            double[] next = new double[runs + 1];
            for (int times = 0; times < runs; times++) {
                next[times] += open[times] * (1 - chance);
                next[times + 1] += open[times] * chance;
            }
            for (int times = 0; times <= runs; times++) {
                if (Odds.evidence(times, runs) >= Odds.ENOUGH) {
                    closed += next[times];
                    next[times] = 0;
                }
            }
            open = next;
        }
        return closed;
    }
}
