package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.monkeywrench.evaluation.statistics.InstanceScore.Selected;
import dev.monkeywrench.evaluation.statistics.SampleCounts.FixedN;
import dev.monkeywrench.evaluation.statistics.SampleCounts.StoppedEarly;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static InstanceScore score(SampleCounts counts, Selected selected, String dollars) {
        return new InstanceScore(
                counts,
                8,
                6,
                selected,
                Optional.of(dollars).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                OptionalDouble.of(1e12));
    }

    private static final List<InstanceScore> SCORES = List.of(
            score(new FixedN(Suites.id(1), 10, 5), Selected.RESOLVED, "0.30"),
            score(new FixedN(Suites.id(2), 10, 1), Selected.UNRESOLVED, "0.30"),
            score(new FixedN(Suites.id(3), 10, 0), Selected.UNRESOLVED, "0.30"),
            score(new FixedN(Suites.id(4), 10, 0), Selected.NONE, "0.30"));

    @Test
    void showsScoreBetweenRandomPickAndCoverage() {
        Scorecard card = Scorecard.of(SCORES);

        assertThat(card.coverage()).isEqualTo(0.5);
        assertThat(card.scoreShare()).isEqualTo(0.25);
        assertThat(card.randomPick()).hasValue(0.15);
        assertThat(card.recovered().getAsDouble()).isCloseTo(0.1 / 0.35, within(1e-12));
        assertThat(card.uniquePatchRate()).hasValue(0.75);
        assertThat(card.costPerResolved().orElseThrow()).isEqualByComparingTo("1.2");
        assertThat(card.flopsPerCovered()).hasValue(2e12);
    }

    @Test
    void earlyStopsLeaveRandomPickOut() {
        Scorecard card =
                Scorecard.of(List.of(SCORES.get(0), score(new StoppedEarly(Suites.id(9), 8, 1), Selected.NONE, "1")));

        assertThat(card.stoppedEarly()).isEqualTo(1);
        assertThat(card.randomPick()).isEmpty();
        assertThat(card.recovered()).isEmpty();
    }

    @Test
    void anUnknownPriceLeavesTheCostUnknown() {
        Scorecard card =
                Scorecard.of(List.of(SCORES.get(0), score(new FixedN(Suites.id(9), 10, 1), Selected.RESOLVED, "")));

        assertThat(card.dollars()).isEmpty();
        assertThat(card.costPerResolved()).isEmpty();
    }

    @Test
    void nothingResolvedHasNoCostPerResolved() {
        Scorecard card = Scorecard.of(SCORES.subList(2, 4));

        assertThat(card.costPerResolved()).isEmpty();
        assertThat(card.flopsPerCovered()).isEmpty();
        assertThat(card.recovered()).isEmpty();
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatThrownBy(() -> Scorecard.of(List.of()))
                .hasMessage("There are no instances to score; evaluate at least one");
        assertThatThrownBy(() -> score(new FixedN(Suites.id(1), 7, 0), Selected.NONE, "1"))
                .hasMessage("made__up-1: 6 distinct of 8 patches of 7 samples is impossible");
    }
}
