package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageLawTest {

    @ParameterizedTest
    @CsvSource({"1, 0.174", "5, 0.287", "250, 0.578"})
    void givesThePapersCoverageFromItsParametersInBase10(int k, double expected) {
        assertThat(CoverageLaw.ofBase10(-0.76, -0.21).at(k)).isCloseTo(expected, within(0.0005));
    }

    @Test
    void paperParametersReadAsNaturalLogarithmsWouldBeFarOff() {
        assertThat(new CoverageLaw(-0.76, -0.21).at(1)).isCloseTo(0.468, within(0.0005));
    }

    @Test
    void fitsLikeScipysCurveFit() {
        CoverageLaw law = CoverageLaw.fit(List.of(1, 2, 4, 8), new double[] {.2, .28, .38, .45});
        assertThat(law.a()).isCloseTo(-1.60074968, within(1e-5));
        assertThat(law.b()).isCloseTo(-0.34269358, within(1e-5));
    }

    @Test
    void recoversItsOwnParameters() {
        CoverageLaw law = new CoverageLaw(-1.8, -0.25);
        List<Integer> ks = SampleGrid.logSpaced(250, 40);
        CoverageLaw found = CoverageLaw.fit(ks, ks.stream().mapToDouble(law::at).toArray());
        assertThat(found.a()).isCloseTo(-1.8, within(1e-5));
        assertThat(found.b()).isCloseTo(-0.25, within(1e-5));
    }

    @Test
    void nothingResolvedIsNeverCovered() {
        assertThat(CoverageLaw.fit(Suites.of(10, 0, 0, 0)).at(1_000_000)).isZero();
    }

    @Test
    void everythingResolvedIsAlwaysCovered() {
        assertThat(CoverageLaw.fit(Suites.of(10, 10, 10)).at(1)).isEqualTo(1);
    }

    @Test
    void aCurveThatJumpsToOneEndsToo() {
        CoverageLaw law = CoverageLaw.fit(Suites.of(2, 1, 1, 1));
        assertThat(law.at(1)).isCloseTo(0.5, within(0.01));
        assertThat(law.at(2)).isCloseTo(1, within(0.01));
    }

    @Test
    void aFlatCurveStaysFlat() {
        assertThat(CoverageLaw.fit(Suites.of(10, 0, 10)).at(1000)).isCloseTo(0.5, within(1e-4));
    }

    @Test
    void refusesOneSampleOfAnInstance() {
        assertThatThrownBy(() -> CoverageLaw.fit(Suites.of(1, 0, 1)))
                .hasMessage("One sample of an instance says nothing about the second;"
                        + " a forecast needs 2 or more of each");
    }

    @Test
    void refusesALawThatFalls() {
        assertThatThrownBy(() -> new CoverageLaw(-1, 0.2))
                .hasMessage("exp(-1.0 * k^0.2) is no coverage that grows with k; both are 0 or below");
    }
}
