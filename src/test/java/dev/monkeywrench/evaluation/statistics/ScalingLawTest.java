package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.monkeywrench.evaluation.statistics.ScalingLaw.Model;
import org.junit.jupiter.api.Test;

/** The example of Beyond Chinchilla-Optimal's first figure: two trillion tokens served at the quality of 13 billion. */
class ScalingLawTest {

    private static final ScalingLaw LAW = ScalingLaw.CHINCHILLA;
    private static final Model LARGE = LAW.trainedForItsSize(13e9);
    private static final double SERVED = 2e12;

    @Test
    void sevenBillionTrainedLongerSaveSeventeenPercent() {
        Model small = LAW.asGoodAs(LARGE, 7e9);
        double saved = LARGE.flops(SERVED) - small.flops(SERVED);

        assertThat(saved).isCloseTo(1.7e22, within(0.05e22));
        assertThat(saved / LARGE.flops(SERVED)).isCloseTo(0.17, within(0.005));
        assertThat(LAW.loss(small)).isCloseTo(LAW.loss(LARGE), within(1e-9));
    }

    @Test
    void sevenBillionIsTheCheapestForThatDemand() {
        assertThat(LAW.cheapest(LARGE, SERVED).parameters()).isCloseTo(6.97e9, within(0.02e9));
    }

    @Test
    void aModelThatIsNeverServedIsTrainedForItsSize() {
        assertThat(LAW.cheapest(LARGE, 0).parameters()).isCloseTo(13e9, within(0.01e9));
    }

    @Test
    void moreDemandMeansASmallerModelTrainedLonger() {
        Model some = LAW.cheapest(LARGE, 1e12);
        Model much = LAW.cheapest(LARGE, 1e13);
        assertThat(much.parameters()).isLessThan(some.parameters());
        assertThat(much.trainingTokens()).isGreaterThan(some.trainingTokens());
    }

    @Test
    void refusesASizeThatCannotBeThatGood() {
        assertThatThrownBy(() -> LAW.asGoodAs(LARGE, 1e8))
                .hasMessage("A model of 1.00e+08 parameters does not reach a loss of 2.0453; take a larger one");
    }
}
