package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.monkeywrench.evaluation.statistics.BreakEven.Offer;
import dev.monkeywrench.evaluation.statistics.Planner.Spending;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.AllOrNothing;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Beta;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Same;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Stated;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final MeasuredModel SMALL = new MeasuredModel("small", new Beta(0.122, 0.6453), 0.008);
    private static final MeasuredModel LARGE = new MeasuredModel("large", new Beta(0.6, 1.8), 0.17);

    private static Planner planner(Spending spending) {
        return new Planner(List.of(SMALL, LARGE), 300, spending);
    }

    @Test
    void aSmallBudgetBuysManySamplesOfTheSmallModel() {
        Allocation best = planner(Spending.EVERY_SAMPLE).best(12.0001).orElseThrow();

        assertThat(best.model()).isEqualTo(SMALL);
        assertThat(best.samples()).isEqualTo(5);
        assertThat(best.coverage()).isCloseTo(0.2943, within(0.00005));
        assertThat(best.dollars()).isCloseTo(12, within(1e-9));
    }

    @Test
    void aLargeBudgetGoesToTheLargeModel() {
        assertThat(planner(Spending.EVERY_SAMPLE).best(2000).orElseThrow().model())
                .isEqualTo(LARGE);
    }

    @Test
    void aBudgetBelowOneSampleEachBuysNothing() {
        assertThat(planner(Spending.EVERY_SAMPLE).best(2.39)).isEmpty();
    }

    @Test
    void stoppingAtTheFirstResolvedBuysMoreSamples() {
        Planner planner = new Planner(List.of(new MeasuredModel("coin", new Same(0.5), 1)), 1, Spending.UNTIL_RESOLVED);

        // 1 + 1/2 + 1/4 + 1/8
        assertThat(planner.best(1.875).orElseThrow().samples()).isEqualTo(4);
        assertThat(planner.best(1.874).orElseThrow().samples()).isEqualTo(3);
    }

    @Test
    void frontierRisesAndNobodyBeatsIt() {
        Planner planner = planner(Spending.EVERY_SAMPLE);
        List<Allocation> frontier = planner.frontier(1000);

        for (int i = 1; i < frontier.size(); i++) {
            assertThat(frontier.get(i).coverage())
                    .isGreaterThan(frontier.get(i - 1).coverage());
            assertThat(frontier.get(i).dollars())
                    .isGreaterThan(frontier.get(i - 1).dollars());
        }
        assertThat(frontier.getFirst().model()).isEqualTo(SMALL);
        assertThat(frontier.getLast().model()).isEqualTo(LARGE);
        for (Allocation point : frontier) {
            Allocation best = planner.best(point.dollars() + 1e-6).orElseThrow();
            assertThat(best.model()).isEqualTo(point.model());
            assertThat(best.samples()).isEqualTo(point.samples());
        }
    }

    @Test
    void namesTheFewestSamplesForACoverage() {
        assertThat(SMALL.samplesFor(0.2943)).hasValue(5);
        assertThat(SMALL.samplesFor(0.2944)).hasValue(6);
        assertThat(SMALL.samplesFor(0.99)).isEmpty();
        assertThat(SMALL.samplesFor(0)).hasValue(0);
    }

    @Test
    void samplesThatCoverNothingMoreAreNotBought() {
        MeasuredModel sure = new MeasuredModel("sure", new AllOrNothing(0.4), 1);

        assertThat(new Planner(List.of(sure), 10, Spending.EVERY_SAMPLE)
                        .best(1000)
                        .orElseThrow())
                .isEqualTo(new Allocation(sure, 1, 0.4, 10));
        MeasuredModel never = new MeasuredModel("never", new Same(0), 1);
        assertThat(new Planner(List.of(never), 10, Spending.EVERY_SAMPLE).best(1000))
                .isEmpty();
    }

    /** Three times 0.1 is 0.30000000000000004 when it is added up. */
    @Test
    void aBudgetBuysWhatItIsThePriceOf() {
        MeasuredModel tenth = new MeasuredModel("tenth", new Same(0.5), 0.1);

        assertThat(new Planner(List.of(tenth), 1, Spending.EVERY_SAMPLE)
                        .best(0.3)
                        .orElseThrow()
                        .samples())
                .isEqualTo(3);
    }

    @Test
    void aTableSaysNothingBetweenItsLines() {
        Stated table = new Stated(new TreeMap<>(Map.of(1, 0.2, 5, 0.36)));

        assertThat(table.coverage(0)).isZero();
        assertThat(table.coverage(4)).isEqualTo(0.2);
        assertThat(table.coverage(1000)).isEqualTo(0.36);
        // of the 80 % that one sample leaves, four more resolve 16
        assertThat(table.afterFailures(1).coverage(4)).isCloseTo(0.2, within(1e-12));
        assertThat(table.afterFailures(5).coverage(100)).isZero();
        assertThatThrownBy(() -> new Stated(new TreeMap<>(Map.of(1, 0.2, 5, 0.1))))
                .hasMessageContaining("5 samples cover 0.1");
    }

    @Test
    void refusesAFreeSample() {
        assertThatThrownBy(() -> new MeasuredModel("local", new Same(0.5), 0))
                .hasMessage("local: a sample costs more than nothing; count the time of the machine at least");
    }

    @Test
    void aTunedModelPaysFromSoManyRequestsOn() {
        BreakEven breakEven = new BreakEven(new Offer("small", 0, 0.04), new Offer("tuned", 300, 0.01));

        assertThat(breakEven.requests().getAsDouble()).isCloseTo(10_000, within(1e-6));
        assertThat(breakEven.cheaper(9_000).model()).isEqualTo("small");
        assertThat(breakEven.cheaper(11_000).model()).isEqualTo("tuned");
    }

    @Test
    void aModelThatSavesNothingNeverPays() {
        BreakEven breakEven = new BreakEven(new Offer("small", 0, 0.01), new Offer("tuned", 300, 0.01));

        assertThat(breakEven.requests()).isEmpty();
        assertThat(breakEven.cheaper(1e12).model()).isEqualTo("small");
        assertThatThrownBy(() -> new BreakEven(new Offer("a", 2, 1), new Offer("b", 1, 1)))
                .hasMessage("a costs more beforehand than b; name them the other way round");
    }
}
