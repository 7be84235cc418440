package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans with evaluations that a service keeps. */
class ServicePlansTest extends EvaluationServiceFixture {

    private static final String PLAN = "{\"samples\": 30, \"stopAfter\": 0, \"seed\": 11}";
    private static final String PLANS = "/api/v1/plans";
    private static String fixed;

    @BeforeAll
    static void evaluate() {
        fixed = client.submit(client.request(PLAN, 2, 4));
        client.await(fixed, "COMPLETED");
    }

    @Test
    void plansWithAnEvaluationAsTheCommandDoes() {
        String model = "{\"name\": \"mine\", \"evaluation\": \"" + fixed + "\", \"dollarsPerSample\": 0.01}";
        HttpResponse<String> reply = service.postTo(PLANS, "{\"budget\": 1, \"models\": [" + model + "]}");

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        JsonNode plan = RunningService.json(reply);
        assertThat(plan.get("instances").intValue()).isEqualTo(4);
        assertThat(plan.at("/models/0/measured/samples").intValue()).isEqualTo(30);
        // 4 instances, 25 samples, a cent each
        assertThat(plan.at("/best/dollars").doubleValue()).isCloseTo(1, within(1e-9));
        assertThat(plan.at("/best/samples").intValue()).isEqualTo(25);
        assertThat(plan.get("offers").isNull()).isTrue();
        assertThat(new JsonMapper()
                        .readTree(mw("plan", "mine=" + fixed, "--price=mine=0.01", "--budget=1", "--json")
                                .results()))
                .isEqualTo(plan);
    }

    @Test
    void refusesToPlanWithWhatStoppedEarlyOrIsNotThere() {
        String early = client.submit(client.request("{\"samples\": 200, \"stopAfter\": 1, \"seed\": 3}", 2, 2));
        client.await(early, "COMPLETED");

        String models = List.of(early, "0".repeat(24), "../../etc/passwd").stream()
                .map(id -> "{\"name\": \"m" + id.length() + id.charAt(1) + id.hashCode() + "\", \"evaluation\": \"" + id
                        + "\", \"dollarsPerSample\": 1}")
                .collect(Collectors.joining(","));
        HttpResponse<String> reply = service.postTo(PLANS, "{\"models\": [" + models + "]}");

        assertThat(problems(reply, "invalid-plan"))
                .containsExactly("models[0].evaluation", "models[1].evaluation", "models[2].evaluation");
        assertThat(reply.body()).contains("biases every estimate of pass@k", "stopAfter 0");
    }

    /** Had one of its runs found something, it would have stopped: that none did is chance. */
    @Test
    void refusesToPlanWithWhatMightHaveStoppedEarly() {
        String might = client.submit(client.request("{\"samples\": 2, \"stopAfter\": 1, \"seed\": 5}", 2, 2));
        client.await(might, "COMPLETED");
        assertThat(client.members(might, ""))
                .allSatisfy(member -> assertThat(member.at("/result/stopReason").stringValue())
                        .isEqualTo("SAMPLES_DRAWN"));

        String model = "{\"name\": \"m\", \"evaluation\": \"" + might + "\", \"dollarsPerSample\": 1}";
        assertThat(problems(service.postTo(PLANS, "{\"models\": [" + model + "]}"), "invalid-plan"))
                .containsExactly("models[0].evaluation");
    }

    @Test
    void refusesManyModelsAtOnce() {
        String many = IntStream.range(0, 100_000).mapToObj(i -> "{}").collect(Collectors.joining(","));

        assertThat(problems(service.postTo(PLANS, "{\"models\": [" + many + "]}"), "invalid-plan"))
                .containsExactly("models");
    }

    @Test
    void openApiNamesPlansAndPrices() {
        JsonNode document =
                new JsonMapper().readTree(service.get("/v3/api-docs").body());

        assertThat(document.get("paths").propertyNames()).contains(PLANS, "/api/v1/evaluations/{id}/price");
        assertThat(document.at("/components/schemas/PlanRequest/properties").propertyNames())
                .contains("models", "budget", "atCoverage");
        assertThat(document.at("/components/schemas/PricedEvaluation/properties")
                        .propertyNames())
                .contains("asUsed", "models", "forgotten");
        assertThat(document.at("/components/schemas").propertyNames())
                .contains("PlanChoice", "PlanOffers", "PricePart")
                .doesNotContain("Choice", "Model", "Line", "Part");
    }
}
