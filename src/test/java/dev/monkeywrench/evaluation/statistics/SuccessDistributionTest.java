package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.monkeywrench.evaluation.statistics.SuccessDistribution.AllOrNothing;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Beta;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Same;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessDistributionTest {

    private static final Beta LITE = new Beta(0.122, 0.6453);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.1590", "5, 0.2943", "25, 0.4178", "250, 0.5600", "1000, 0.6284"})
    void betaGivesTheCoverageOfTheFieldNotes(int k, double expected) {
        assertThat(LITE.coverage(k)).isCloseTo(expected, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.159", "1, 0.069", "5, 0.0212", "25, 0.0047", "100, 0.0012"})
    void nextSampleIsWorthLessAfterFailures(int failures, double expected) {
        assertThat(LITE.nextAfterFailures(failures)).isCloseTo(expected, within(0.00005));
    }

    @Test
    void coverageOfAMillionSamplesIsStillANumber() {
        assertThat(LITE.coverage(1_000_000)).isBetween(0.8, 0.9);
    }

    @Test
    void sameProbabilityLearnsNothingFromFailures() {
        assertThat(new Same(0.5).coverage(3)).isEqualTo(0.875);
        assertThat(new Same(0.5).nextAfterFailures(10)).isEqualTo(0.5);
    }

    @Test
    void allOrNothingIsDecidedByTheFirstSample() {
        assertThat(new AllOrNothing(0.4).coverage(0)).isZero();
        assertThat(new AllOrNothing(0.4).coverage(1000)).isEqualTo(0.4);
        assertThat(new AllOrNothing(0.4).nextAfterFailures(1)).isZero();
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatThrownBy(() -> new Beta(0, 1)).hasMessage("Beta(0.0, 1.0) is no distribution; both are above 0");
        assertThatThrownBy(() -> new Same(1.5)).hasMessage("A probability of 1.5 is not between 0 and 1");
        assertThatThrownBy(() -> LITE.coverage(-1)).hasMessage("-1 samples cannot be drawn");
    }
}
