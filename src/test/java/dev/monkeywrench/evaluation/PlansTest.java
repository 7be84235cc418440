package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.VerdictKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

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

    private static PlanAnswer answer(String request, Measurement... measured) {
        return new Plans(place -> measured[Integer.parseInt(place)])
                .answer(JsonMapper.shared().readTree(request));
    }

    private static Plan plan(String request, Measurement... measured) {
        return switch (answer(request, measured)) {
            case PlanAnswer.Made made -> made.plan();
            case PlanAnswer.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private static List<FieldProblem> problems(String request, Measurement... measured) {
        return switch (answer(request, measured)) {
            case PlanAnswer.Made made -> throw new AssertionError(made.plan());
            case PlanAnswer.Refused refused -> refused.problems();
        };
    }

    private static Plan.Choice best(String request) {
        return Objects.requireNonNull(plan(request).best());
    }

    /** Instances of which each sample is {@code +} resolved, {@code -} failed or {@code 0} no patch. */
    private static EvaluationRecord evaluation(boolean stopsEarly, Optional<String> dollars, String... runs) {
        List<ReportedRun> reported = new ArrayList<>();
        for (String run : runs) {
            List<ReportedSample> samples = run.chars()
                    .mapToObj(sign -> new ReportedSample(
                            "arm",
                            sign == '0' ? Optional.empty() : Optional.of("digest" + sign),
                            false,
                            sign == '0'
                                    ? Optional.empty()
                                    : Optional.of(sign == '+' ? VerdictKind.PASSED : VerdictKind.FAILED),
                            Duration.ZERO))
                    .toList();
            reported.add(new ReportedRun(
                    new InstanceId("i-" + reported.size()), "r", stopsEarly, samples, dollars.map(BigDecimal::new)));
        }
        return new EvaluationRecord("e", "", 1, reported);
    }

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

    @Test
    void takesPriceAndCountsFromTheEvaluation() {
        Measurement measured = Measurement.of(evaluation(false, Optional.of("0.40"), "++", "-0", "+-", "--"));

        Plan plan = plan("{\"models\": [{\"name\": \"mine\", \"evaluation\": \"0\"}], \"budget\": 100}", measured);

        assertThat(plan.instances()).isEqualTo(4);
        Plan.Model model = plan.models().getFirst();
        assertThat(model.dollarsPerSample()).isCloseTo(0.2, within(1e-12));
        assertThat(model.from()).endsWith("fitted to 4 instances");
        // three of eight samples are resolved, a repeated patch as often as it was drawn
        assertThat(model.curve().getFirst().coverage()).isCloseTo(3 / 8.0, within(0.02));
        assertThat(Objects.requireNonNull(plan.best()).measured()).isFalse();
        assertThat(plan.notes())
                .containsExactly(
                        "mine was measured with 2 samples of an instance; what more would cover is a forecast.");
    }

    @Test
    void refusesAnEvaluationThatStoppedEarlyWithReasonAndRemedy() {
        Measurement measured = Measurement.of(evaluation(true, Optional.of("1"), "-+", "--"));

        assertThat(problems("{\"models\": [{\"name\": \"mine\", \"evaluation\": \"0\"}], \"budget\": 1}", measured))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("models[0].evaluation");
                    assertThat(problem.problem())
                            .contains("i-0 stopped early after 2 samples, which biases every estimate of pass@k");
                    assertThat(problem.remedy()).contains("stopAfter 0");
                });
    }

    @Test
    void anUnknownBillIsNoPriceOfZero() {
        Measurement measured = Measurement.of(evaluation(false, Optional.empty(), "-+", "--"));

        assertThat(problems("{\"models\": [{\"name\": \"mine\", \"evaluation\": \"0\"}], \"budget\": 1}", measured))
                .extracting(FieldProblem::field)
                .containsExactly("models[0].dollarsPerSample");
        assertThat(plan("""
                        {"models": [{"name": "mine", "evaluation": "0", "dollarsPerSample": 0.5}], "budget": 1}""", measured).models().getFirst().dollarsPerSample()).isEqualTo(0.5);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"budget\": 0 | budget",
                "\"budget\": -1 | budget",
                "\"budget\": 1e308 | budget",
                "\"budget\": 1e999 | budget",
                "\"budget\": \"much\" | budget",
                "\"instances\": 0 | instances",
                "\"instances\": 1.5 | instances",
                "\"instances\": 99999999999 | instances",
                "\"untilResolved\": 1 | untilResolved",
                "\"requests\": 10 | atCoverage",
                "\"requests\": 10, \"atCoverage\": 1 | atCoverage",
                "\"colour\": 1 | colour"
            })
    void namesTheFieldThatIsWrong(String field, String name) {
        String request =
                "{\"models\": [{\"name\": \"m\", \"dollarsPerSample\": 1, \"counts\": [[2, 1]]}], " + field + "}";

        assertThat(problems(request)).extracting(FieldProblem::field).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"dollarsPerSample\": 0, \"beta\": [1, 1] | models[0].dollarsPerSample",
                "\"dollarsPerSample\": 1e-320, \"beta\": [1, 1] | models[0].dollarsPerSample",
                "\"dollarsPerSample\": 1e308, \"beta\": [1, 1] | models[0].dollarsPerSample",
                "\"beta\": [1, 1] | models[0].dollarsPerSample",
                "\"dollarsPerSample\": 1 | models[0]",
                "\"dollarsPerSample\": 1, \"beta\": [1, 1], \"counts\": [[2, 1]] | models[0]",
                "\"dollarsPerSample\": 1, \"beta\": [0, 1] | models[0].beta",
                "\"dollarsPerSample\": 1, \"beta\": [1] | models[0].beta",
                "\"dollarsPerSample\": 1, \"counts\": [[2, 1], [2, 3]] | models[0].counts[1]",
                "\"dollarsPerSample\": 1, \"counts\": [[1, 1]] | models[0].counts",
                "\"dollarsPerSample\": 1, \"counts\": [] | models[0].counts",
                "\"dollarsPerSample\": 1, \"coverage\": [[5, 0.3], [1, 0.1]] | models[0].coverage[1]",
                "\"dollarsPerSample\": 1, \"coverage\": [[1, 0.3], [5, 0.1]] | models[0].coverage[1]",
                "\"dollarsPerSample\": 1, \"coverage\": [[1, 1.3]] | models[0].coverage[0]",
                "\"dollarsPerSample\": 1, \"beforehand\": -1, \"beta\": [1, 1] | models[0].beforehand",
                "\"dollarsPerSample\": 1, \"evaluation\": 7 | models[0].evaluation",
                "\"server\": {}, \"beta\": [1, 1] | models[0].tokensPerSample models[0].server.dollarsPerHour"
                        + " models[0].server.gpus models[0].server.parameters models[0].server.peakFlops"
                        + " models[0].server.utilisation",
                "\"tokensPerSample\": 5, \"dollarsPerSample\": 1, \"beta\": [1, 1] | models[0].server"
            })
    void namesThePartOfTheModelThatIsWrong(String fields, String name) {
        assertThat(problems("{\"instances\": 3, \"models\": [{\"name\": \"m\", " + fields + "}]}"))
                .extracting(FieldProblem::field)
                .containsExactly(name.split(" "));
    }

    @Test
    void refusesANameTwiceAndAMillionModels() {
        String model = "{\"name\": \"m\", \"dollarsPerSample\": 1, \"beta\": [1, 1]}";
        String many = IntStream.range(0, 1_000_000).mapToObj(i -> "0").collect(Collectors.joining(","));

        assertThat(problems("{\"instances\": 3, \"models\": [" + model + "," + model + "]}"))
                .containsExactly(
                        new FieldProblem("models[1].name", "stands twice", "Give each model a name of its own"));
        assertThat(problems("{\"models\": [" + many + "]}"))
                .containsExactly(new FieldProblem("models", "holds 1000000 models", "Send an array of 1 to 50 models"));
    }
}
