package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.monkeywrench.evaluation.statistics.SampleCounts.FixedN;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.AllOrNothing;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Beta;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Same;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two fits were made once with SciPy's minimize over betaln. */
class BetaBinomialTest {

    @Test
    void fitsLikeScipy() {
        assertThat(BetaBinomial.fit(Suites.of(10, 0, 0, 0, 1, 2, 5, 9, 10)))
                .isInstanceOfSatisfying(Beta.class, beta -> {
                    assertThat(beta.a()).isCloseTo(0.22957301, within(1e-5));
                    assertThat(beta.b()).isCloseTo(0.42685794, within(1e-5));
                });
    }

    @Test
    void fitsInstancesOfUnequalSamples() {
        FixedCounts counts = new FixedCounts(List.of(
                new FixedN(Suites.id(1), 10, 0),
                new FixedN(Suites.id(2), 20, 0),
                new FixedN(Suites.id(3), 5, 1),
                new FixedN(Suites.id(4), 8, 3),
                new FixedN(Suites.id(5), 10, 5),
                new FixedN(Suites.id(6), 40, 9),
                new FixedN(Suites.id(7), 1, 1)));
        assertThat(BetaBinomial.fit(counts)).isInstanceOfSatisfying(Beta.class, beta -> {
            assertThat(beta.a()).isCloseTo(0.83754663, within(1e-4));
            assertThat(beta.b()).isCloseTo(2.67459403, within(1e-4));
        });
    }

    @Test
    void weighsAnInstanceDrawnTwiceAsTwo() {
        SuccessDistribution twice = BetaBinomial.fit(Suites.of(10, 0, 3, 9).all(), new int[] {2, 1, 0});
        assertThat(twice).isEqualTo(BetaBinomial.fit(Suites.of(10, 0, 0, 3)));
    }

    @Test
    void allZeroIsCertainFailure() {
        assertThat(BetaBinomial.fit(Suites.of(10, 0, 0, 0))).isEqualTo(new Same(0));
    }

    @Test
    void allOneIsCertainSuccess() {
        assertThat(BetaBinomial.fit(Suites.of(10, 10, 10))).isEqualTo(new Same(1));
    }

    @Test
    void nothingInBetweenIsAllOrNothing() {
        assertThat(BetaBinomial.fit(Suites.of(10, 0, 10, 10, 0, 0))).isEqualTo(new AllOrNothing(0.4));
    }

    @Test
    void spreadOfABinomialIsOneProbability() {
        assertThat(BetaBinomial.fit(Suites.of(10, 3, 3, 3, 3))).isEqualTo(new Same(0.3));
        assertThat(BetaBinomial.fit(Suites.of(4, 1, 2, 3, 2))).isEqualTo(new Same(0.5));
    }

    @Test
    void refusesOneSampleOfEach() {
        assertThatThrownBy(() -> BetaBinomial.fit(Suites.of(1, 0, 1)))
                .hasMessage("One sample of an instance says nothing about the second;"
                        + " a forecast needs 2 or more of some");
    }
}
