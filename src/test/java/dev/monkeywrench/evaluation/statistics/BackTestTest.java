package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BackTestTest {

    private static final List<SampleSequence> DRAWN = Suites.drawn(Suites.probabilities(0.3, 1.2, 200, 5), 100, 6);

    @Test
    void fitsOnTheFirstQuarterAndForeseesTheRest() {
        BackTest test = BackTest.onFirstQuarter(DRAWN);

        assertThat(test.fittedOn()).isEqualTo(25);
        assertThat(test.points()).allSatisfy(point -> assertThat(point.k()).isBetween(26, 100));
        assertThat(test.last().k()).isEqualTo(100);
        assertThat(test.last().observed()).isCloseTo(Suites.counts(DRAWN).coverage(), within(1e-12));
        assertThat(test.last().betaBinomialError()).isCloseTo(0, within(0.04));
        assertThat(test.last().extendedError()).isCloseTo(0, within(0.04));
    }

    @Test
    void looksAtTheFirstSamplesOnly() {
        List<SampleSequence> lateBloomers =
                Suites.sequences("--------++++++++", "+-------++++++++", "++++++++++++++++");

        BackTest.Point foreseen = BackTest.onFirstQuarter(lateBloomers).last();

        assertThat(foreseen.observed()).isEqualTo(1);
        assertThat(foreseen.extended()).isLessThan(0.9);
        assertThat(foreseen.extendedError()).isEqualTo(foreseen.extended() - 1);
    }

    @Test
    void refusesTooFewSamples() {
        assertThatThrownBy(() -> BackTest.onFirstQuarter(Suites.sequences("+-+-+-+", "-------")))
                .hasMessage("A quarter of 7 samples is too little to fit; draw 8 or more of each instance");
        assertThatThrownBy(() -> BackTest.of(Suites.sequences("+-", "--"), 2))
                .hasMessage("Nothing is left to foresee after 2 of 2 samples");
    }

    @Test
    void refusesAnEmptySequence() {
        assertThatThrownBy(() -> new SampleSequence(Suites.id(3), List.of()))
                .hasMessage("made__up-3 has no samples; draw at least one");
    }
}
