package dev.monkeywrench.evaluation;

import static dev.monkeywrench.evaluation.PlanRequests.best;
import static dev.monkeywrench.evaluation.PlanRequests.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plans tell of models whose measures are stated. */
class PlansTest {

    /** SWE-bench Lite in Large Language Monkeys, arXiv 2407.21787, section 2.2. */
    private static final String MONKEYS = """
            {"instances": 300, "models": [
              {"name": "DeepSeek-Coder-V2", "dollarsPerSample": 0.008, "coverage": [[5, 0.2962]]},
              {"name": "GPT-4o", "dollarsPerSample": 0.13, "coverage": [[1, 0.24]]},
              {"name": "Claude 3.5 Sonnet", "dollarsPerSample": 0.17, "coverage": [[1, 0.267]]}]
            """;

    /** Coverage k/(k+1) for a dollar a sample, and 1 - 2/((k+1)(k+2)) for three. */
    private static final String BY_HAND = """
            {"instances": 1, "models": [
              {"name": "one", "dollarsPerSample": 1, "beta": [1, 1]},
              {"name": "three", "dollarsPerSample": 3, "beta": [2, 1]}]
            """;

    @Test
    void reproducesThePapersTableOfPrices() {
        Plan plan = plan(MONKEYS + ", \"budget\": 12}");

        assertThat(plan.models().stream().map(model -> model.measured().dollars()))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(12.0, 39.0, 51.0);
        assertThat(plan.models().stream().map(Plan.Model::relative))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(1.0, 3.25, 4.25);
        assertThat(PlanTables.of(plan).getFirst().rows().stream().map(row -> row.subList(0, 6)))
                .containsExactly(
                        List.of("model", "a sample", "samples", "covered", "all instances", "relative"),
                        List.of("DeepSeek-Coder-V2", "$0.008", "5", "29.62 %", "$12", "1x"),
                        List.of("GPT-4o", "$0.13", "1", "24.00 %", "$39", "3.25x"),
                        List.of("Claude 3.5 Sonnet", "$0.17", "1", "26.70 %", "$51", "4.25x"));
    }

    /** 29.62 % for $12 beat 26.7 % for $51; and what no table states is not bought. */
    @Test
    void fiveCheapSamplesBeatOneDearOne() {
        Plan.Choice best = best(MONKEYS + ", \"budget\": 1000}");

        assertThat(best.model()).isEqualTo("DeepSeek-Coder-V2");
        assertThat(best.samples()).isEqualTo(5);
        assertThat(best.coverage()).isEqualTo(0.2962);
        assertThat(best.dollars()).isCloseTo(12, within(1e-9));
    }

    /** For $3: 3/4 against 2/3; $6: 6/7 against 5/6; $12: 12/13 against 14/15; $30: 30/31 against 65/66. */
    @ParameterizedTest
    @CsvSource({"3, one, 3, 0.75", "6, one, 6, 0.857142857", "12, three, 4, 0.933333333", "30, three, 10, 0.984848484"})
    void answersAsWorkedOutByHand(double budget, String model, int samples, double coverage) {
        Plan.Choice best = best(BY_HAND + ", \"budget\": " + budget + "}");

        assertThat(best.model()).isEqualTo(model);
        assertThat(best.samples()).isEqualTo(samples);
        assertThat(best.coverage()).isCloseTo(coverage, within(1e-8));
        assertThat(best.dollars()).isCloseTo(budget, within(1e-9));
    }

    /** Each further sample of the first is drawn with 1/(j+1): 1 + 1/2 + … + 1/10 = 2.929, and one more is beyond 3. */
    @Test
    void drawingUntilResolvedBuysMore() {
        Plan.Choice best = best(BY_HAND + ", \"budget\": 3, \"untilResolved\": true}");

        assertThat(best.model()).isEqualTo("one");
        assertThat(best.samples()).isEqualTo(10);
        assertThat(best.dollars()).isCloseTo(2.9289682539682538, within(1e-9));
    }

    @Test
    void tellsFromHowManyRequestsOnTheTunedModelPays() {
        Plan plan = plan("""
                {"instances": 10, "requests": 12000, "atCoverage": 0.3, "models": [
                  {"name": "small", "dollarsPerSample": 0.01, "coverage": [[1, 0.2], [5, 0.3]]},
                  {"name": "tuned", "dollarsPerSample": 0.02, "beforehand": 300, "coverage": [[1, 0.3]]},
                  {"name": "large", "dollarsPerSample": 0.001, "beforehand": 1e6, "coverage": [[1, 0.31]]},
                  {"name": "weak", "dollarsPerSample": 0.001, "coverage": [[1, 0.1]]}]}""");

        Plan.Offers offers = Objects.requireNonNull(plan.offers());
        assertThat(offers.cheapest()).isEqualTo("tuned");
        assertThat(offers.unable()).containsExactly("weak");
        assertThat(offers.offers().getFirst().request()).isCloseTo(0.05, within(1e-12));
        assertThat(offers.offers().get(1).total()).isCloseTo(540, within(1e-9));
        assertThat(offers.cheapestFrom().stream().map(Plan.From::model)).containsExactly("small", "tuned", "large");
        // 300 / (0.05 - 0.02), and (1e6 - 300) / (0.02 - 0.001)
        assertThat(offers.cheapestFrom().get(1).requests()).isCloseTo(10_000, within(1e-6));
        assertThat(offers.cheapestFrom().get(2).requests()).isCloseTo(999_700 / 0.019, within(1e-3));
        assertThat(PlanTables.sentences(plan)).contains("tuned pays from 10,000 requests on.");
    }

    /** The local model of docs/statistics.md: 1.32083e9 tokens on eight GPUs at $8.24 an hour take 40.54 h and cost $334.01. */
    @Test
    void aServerOfOnesOwnHasAPriceASample() {
        Plan plan = plan("""
                {"instances": 1, "models": [{"name": "local", "beta": [1, 1], "tokensPerSample": 1.32083e9, "server":
                  {"gpus": 8, "peakFlops": 362.05e12, "utilisation": 0.2, "parameters": 32e9, "dollarsPerHour": 8.24}}]}""");

        assertThat(plan.models().getFirst().dollarsPerSample()).isCloseTo(334.01, within(0.02));
    }

    /** One fit for 40 instances, of which a quarter is resolved now and then: the interval is wide, and holds the value. */
    @Test
    void tellsHowFarTheExpectedCoverageMayBeOff() {
        String counts = IntStream.range(0, 40)
                .mapToObj(i -> i % 4 == 0 ? "[10, 3]" : "[10, 0]")
                .collect(Collectors.joining(","));

        Plan plan = plan("{\"budget\": 8, \"models\": [{\"name\": \"m\", \"dollarsPerSample\": 0.01, \"counts\": ["
                + counts + "]}]}");

        Plan.Range range = Objects.requireNonNull(plan.bestCoverage());
        Plan.Choice best = Objects.requireNonNull(plan.best());
        assertThat(best.samples()).isEqualTo(20);
        assertThat(best.coverage()).isBetween(range.low(), range.high());
        // ten of forty: one standard error is 6.8 points
        assertThat(range.high() - range.low()).isBetween(0.2, 0.45);
        assertThat(PlanTables.sentences(plan).getFirst()).contains(" % (", " to ");
    }

    @Test
    void aBudgetBelowOneSampleSaysSo() {
        Plan plan = plan(MONKEYS + ", \"budget\": 2}");

        assertThat(plan.best()).isNull();
        assertThat(PlanTables.sentences(plan))
                .containsExactly(
                        "$2 buys nothing that is known to cover any instance; the cheapest choice that does asks $12.");
    }
}
