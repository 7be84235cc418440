package dev.monkeywrench.evaluation;

import static dev.monkeywrench.evaluation.PlanRequests.plan;
import static dev.monkeywrench.evaluation.PlanRequests.problems;
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
import org.junit.jupiter.api.Test;

/** Plans of models that evaluations measured. */
class MeasuredPlansTest {

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
}
