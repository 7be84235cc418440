package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.monkeywrench.evaluation.statistics.CoverageForecast.Point;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Beta;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverageForecastTest {

    private static final FixedCounts COUNTS =
            Suites.counts(Suites.drawn(Suites.probabilities(0.3, 1.2, 100, 1), 20, 2));

    private static CoverageForecast forecast(FixedCounts counts, Integer... ks) {
        return CoverageForecast.of(counts, List.of(ks), new Bootstrap(200, 0.95, new Random(7)));
    }

    @Test
    void showsBothLawsSideBySideWithIntervals() {
        CoverageForecast forecast = forecast(COUNTS, 20, 100, 1000);

        for (Point point : forecast.points()) {
            assertThat(point.powerLaw().value()).isEqualTo(forecast.law().at(point.k()));
            assertThat(point.betaBinomial().value())
                    .isEqualTo(forecast.distribution().coverage(point.k()));
            assertThat(point.betaBinomial()
                            .interval()
                            .contains(point.betaBinomial().value()))
                    .isTrue();
            assertThat(point.powerLaw().interval().contains(point.powerLaw().value()))
                    .isTrue();
        }
    }

    @Test
    void extendedForecastIsWhatWasSeenUpToTheSamplesDrawn() {
        CoverageForecast forecast = forecast(COUNTS, 5, 20);
        PassAtK seen = new PassAtK(COUNTS);

        assertThat(forecast.points().getFirst().extended().value()).isCloseTo(seen.at(5), within(1e-12));
        assertThat(forecast.points().getLast().extended().value()).isCloseTo(COUNTS.coverage(), within(1e-12));
    }

    @Test
    void extendedForecastAddsWhatTheUnresolvedAreWorth() {
        Beta beta = new Beta(0.122, 0.6453);
        double extended = CoverageForecast.extended(Suites.of(25, 0, 3), beta, 26);

        assertThat(extended).isCloseTo((1 + beta.nextAfterFailures(25)) / 2, within(1e-12));
    }

    @Test
    void nothingResolvedForeseesNothing() {
        CoverageForecast forecast = forecast(Suites.of(10, 0, 0, 0), 1000);

        Point point = forecast.points().getFirst();
        assertThat(point.powerLaw().value()).isZero();
        assertThat(point.betaBinomial().value()).isZero();
        assertThat(point.extended().interval()).isEqualTo(new Interval(0, 0, 0.95));
    }

    @Test
    void resamplesWithoutASuccessDoNotBreakIt() {
        CoverageForecast forecast = forecast(Suites.of(10, 0, 0, 0, 1), 100);

        assertThat(forecast.points().getFirst().betaBinomial().interval().low()).isZero();
    }

    @Test
    void refusesOneSampleOfAnInstance() {
        assertThatThrownBy(() -> forecast(Suites.of(1, 0, 1), 10))
                .hasMessage("One sample of an instance says nothing about the second;"
                        + " a forecast needs 2 or more of each");
    }
}
