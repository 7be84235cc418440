package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.monkeywrench.instance.InstanceId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final Set<InstanceId> SUITE = Set.of(Suites.id(1), Suites.id(2), Suites.id(3), Suites.id(4));

    private static Resolved resolved(String label, int... numbers) {
        return new Resolved(
                label, SUITE, Arrays.stream(numbers).mapToObj(Suites::id).collect(Collectors.toSet()));
    }

    /** Checked against SciPy's binom. */
    @ParameterizedTest
    @CsvSource({
        "10, 22, 0.050102459732443094, 0.03508203336969019",
        "18, 46, 0.0006173782640671298, 0.00042213032347520555",
        "54, 0, 1.1102230246251565e-16, 5.551115123125778e-17",
        "13, 14, 1, 0.8505540192127224",
        "1, 0, 1, 0.5"
    })
    void mcNemarAgreesWithTheBinomial(int onlyFirst, int onlySecond, double exact, double midP) {
        McNemar test = new McNemar(onlyFirst, onlySecond);
        assertThat(test.exact()).isCloseTo(exact, within(1e-12));
        assertThat(test.midP()).isCloseTo(midP, within(1e-12));
        assertThat(new McNemar(onlySecond, onlyFirst)).extracting(McNemar::midP).isEqualTo(test.midP());
    }

    @Test
    void mcNemarOfATieIsOneLessHalfOfWhatWasSeen() {
        assertThat(new McNemar(1, 1).midP()).isCloseTo(0.75, within(1e-12));
        assertThat(new McNemar(1, 1).exact()).isEqualTo(1);
    }

    @Test
    void mcNemarOfEqualOutcomesSaysNothing() {
        assertThat(new McNemar(0, 0).exact()).isEqualTo(1);
        assertThat(new McNemar(0, 0).midP()).isEqualTo(0.5);
    }

    @Test
    void countsWhatOnlyOneOfTheTwoResolved() {
        assertThat(McNemar.of(resolved("a", 1, 2), resolved("b", 2, 3, 4))).isEqualTo(new McNemar(1, 2));
    }

    @Test
    void unionIsWhatAtLeastOneResolved() {
        Resolved union = Resolved.union("both", List.of(resolved("a", 1, 2), resolved("b", 2, 3)));
        assertThat(union.resolved()).containsExactlyInAnyOrder(Suites.id(1), Suites.id(2), Suites.id(3));
        assertThat(union.share()).isEqualTo(0.75);
    }

    @Test
    void refusesToCompareDifferentSuites() {
        Resolved other = new Resolved("other", Set.of(Suites.id(1)), Set.of());
        assertThatThrownBy(() -> McNemar.of(resolved("a", 1), other))
                .hasMessage("other and a were not evaluated on the same instances;"
                        + " compare them on those that both have");
        assertThatThrownBy(() -> new Resolved("a", SUITE, Set.of(Suites.id(9))))
                .hasMessage("a resolved instances that are not in its suite");
    }

    @Test
    void pairedCostsSeeADifferenceThatSpreadWouldHide() {
        Map<InstanceId, BigDecimal> first = new LinkedHashMap<>();
        Map<InstanceId, BigDecimal> second = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            long dear = (long) i * i;
            first.put(Suites.id(i), BigDecimal.valueOf(dear));
            second.put(Suites.id(i), BigDecimal.valueOf(dear + 1 + i % 2));
        }
        CostComparison comparison = CostComparison.of(first, second, new Bootstrap(1000, 0.95, new Random(1)));

        assertThat(comparison.meanDifference()).isCloseTo(1.5, within(1e-9));
        assertThat(comparison.interval().low()).isBetween(1.3, 1.45);
        assertThat(comparison.interval().high()).isBetween(1.55, 1.7);
    }

    @Test
    void refusesCostsOfDifferentInstances() {
        Map<InstanceId, BigDecimal> one = Map.of(Suites.id(1), BigDecimal.ONE);
        Map<InstanceId, BigDecimal> other = Map.of(Suites.id(2), BigDecimal.ONE);
        assertThatThrownBy(() -> CostComparison.of(one, other, new Bootstrap(10, 0.9, new Random(1))))
                .hasMessage("The costs are not of the same instances; compare those whose cost is known in both");
    }

    @Test
    void falsePositivesAreAShareOfWhatPassed() {
        FalsePositives estimate = FalsePositives.of(
                List.of(
                        new FalsePositives.Held(Suites.id(1), 10, 0),
                        new FalsePositives.Held(Suites.id(2), 10, 4),
                        new FalsePositives.Held(Suites.id(3), 0, 0)),
                new Bootstrap(500, 0.95, new Random(1)));

        assertThat(estimate.share()).isEqualTo(0.2);
        assertThat(estimate.interval()).isEqualTo(new Interval(0, 0.4, 0.95));
    }

    @Test
    void refusesFalsePositivesOfNothing() {
        assertThatThrownBy(() -> FalsePositives.of(List.of(), new Bootstrap(10, 0.9, new Random(1))))
                .hasMessage("No sample passed, so no passing sample can be wrong");
        assertThatThrownBy(() -> new FalsePositives.Held(Suites.id(1), 2, 3))
                .hasMessage("made__up-1: 3 wrong of 2 passing samples is impossible");
    }

    @ParameterizedTest
    @CsvSource({"1, 0.05", "10, 0.3686", "100, 0.7138", "100000, 0.7143"})
    void anErringVerifierLimitsWhatSamplingReaches(int k, double accuracy) {
        assertThat(new VerifierError(0.05, 0.02).accuracy(k)).isCloseTo(accuracy, within(0.00005));
    }

    @Test
    void refusesABootstrapThatCannotBe() {
        assertThatThrownBy(() -> new Bootstrap(1, 0.95, new Random(1)))
                .hasMessage("1 resamples are not between 2 and 100,000");
        assertThatThrownBy(() -> new Bootstrap(100, 95, new Random(1)))
                .hasMessage("A confidence of 95.0 is not between 0 and 1; 95 % is 0.95");
    }
}
