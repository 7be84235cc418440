package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.monkeywrench.evaluation.statistics.PassAtK.CoveragePoint;
import dev.monkeywrench.evaluation.statistics.SampleCounts.FixedN;
import dev.monkeywrench.evaluation.statistics.SampleCounts.StoppedEarly;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassAtKTest {

    @ParameterizedTest
    @CsvSource({
        "250, 40, 1, 0.16",
        "250, 40, 5, 0.5850045026684",
        "250, 40, 10, 0.8311596339354",
        "10, 3, 5, 0.9166666666667",
        "100, 1, 10, 0.1",
        "200, 3, 100, 0.8768844221",
        "5, 0, 3, 0",
        "5, 5, 5, 1",
        "100000, 1, 50000, 0.5"
    })
    void agreesWithTheBinomialCoefficients(int samples, int resolved, int k, double expected) {
        assertThat(PassAtK.of(samples, resolved, k)).isCloseTo(expected, within(1e-10));
    }

    @Test
    void refusesMoreSamplesThanWereDrawn() {
        assertThatThrownBy(() -> PassAtK.of(10, 3, 11))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pass@11 is undefined for 10 samples; draw more samples or ask for k <= 10");
    }

    @Test
    void refusesNoSamples() {
        assertThatThrownBy(() -> PassAtK.of(10, 3, 0)).hasMessage("pass@0 is undefined; k is at least 1");
    }

    @Test
    void namesTheInstanceThatHasTooFewSamples() {
        FixedCounts counts = new FixedCounts(List.of(
                new FixedN(Suites.id(1), 10, 3), new FixedN(Suites.id(2), 4, 0), new FixedN(Suites.id(3), 5, 0)));
        assertThatThrownBy(() -> new PassAtK(counts).at(5))
                .hasMessage("pass@5 is undefined: made__up-2 has 4 samples; draw more samples or ask for k <= 4");
    }

    @Test
    void refusesRunsThatStoppedEarly() {
        List<SampleCounts> counts = List.of(new FixedN(Suites.id(1), 10, 3), new StoppedEarly(Suites.id(2), 4, 1));
        assertThatThrownBy(() -> FixedCounts.of(counts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("made__up-2 stopped early after 4 samples, which biases every estimate of pass@k;"
                        + " evaluate with a fixed number of samples");
    }

    @Test
    void refusesAnInstanceCountedTwice() {
        assertThatThrownBy(
                        () -> FixedCounts.of(List.of(new FixedN(Suites.id(1), 1, 1), new FixedN(Suites.id(1), 1, 0))))
                .hasMessage("made__up-1 is counted twice; add up the samples of an instance first");
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatThrownBy(() -> new FixedN(Suites.id(1), 3, 4))
                .hasMessage("made__up-1: 4 resolved of 3 samples is impossible;"
                        + " count at least one sample and at most all of them resolved");
        assertThatThrownBy(() -> FixedCounts.of(List.of()))
                .hasMessage("There are no instances to estimate from; evaluate at least one");
    }

    @Test
    void averagesOverInstances() {
        assertThat(new PassAtK(Suites.of(10, 0, 3)).at(5)).isCloseTo(0.9166666666667 / 2, within(1e-10));
        assertThat(new PassAtK(Suites.of(10, 0, 3)).at(1)).isCloseTo(0.15, within(1e-15));
    }

    @Test
    void coverageNeverFallsWithK() {
        PassAtK passAtK = new PassAtK(Suites.of(50, 0, 0, 1, 2, 7, 30, 50));
        List<CoveragePoint> curve = passAtK.curve(SampleGrid.logSpaced(50, 20), new Bootstrap(100, 0.9, new Random(1)));
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.get(i).coverage()).isGreaterThan(curve.get(i - 1).coverage());
        }
        assertThat(curve.getLast().coverage()).isCloseTo(5 / 7.0, within(1e-12));
    }

    @Test
    void intervalHoldsTheTrueValueAsOftenAsItSays() {
        double truth = new SuccessDistribution.Beta(0.5, 1.5).coverage(10);
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            FixedCounts counts = Suites.counts(Suites.drawn(Suites.probabilities(0.5, 1.5, 60, seed), 20, seed + 1000));
            Interval interval = new PassAtK(counts)
                    .curve(List.of(10), new Bootstrap(300, 0.9, new Random(seed)))
                    .getFirst()
                    .interval();
            held += interval.contains(truth) ? 1 : 0;
        }
        assertThat(held / 200.0).isBetween(0.84, 0.95);
    }

    @Test
    void sameSeedGivesTheSameInterval() {
        PassAtK passAtK = new PassAtK(Suites.of(10, 0, 1, 2, 3, 10));
        assertThat(passAtK.curve(List.of(1, 5), new Bootstrap(200, 0.95, new Random(3))))
                .isEqualTo(passAtK.curve(List.of(1, 5), new Bootstrap(200, 0.95, new Random(3))));
    }

    @Test
    void gridIsLogSpacedWithBothEnds() {
        assertThat(SampleGrid.logSpaced(100, 5)).containsExactly(1, 3, 10, 32, 100);
        assertThat(SampleGrid.logSpaced(3, 40)).containsExactly(1, 2, 3);
        assertThat(SampleGrid.logSpaced(1, 40)).containsExactly(1);
        assertThat(SampleGrid.logSpaced(250, 40))
                .startsWith(1, 2, 3)
                .endsWith(250)
                .hasSize(32);
    }
}
