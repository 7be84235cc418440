package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How requests for evaluations are taken in. */
class EvaluationSubmissionTest extends EvaluationServiceFixture {

    private static final String PLAN = "{\"samples\": 30, \"stopAfter\": 0, \"seed\": 11}";

    @Test
    void takesGoodRowsAndTellsOfTheOthersByTheirPlace() {
        ObjectNode request = client.request(PLAN, 1, List.of("x", "y", "z"));
        var rows = request.withObject("/suite").withArray("instances");
        ((ObjectNode) rows.get(1)).put("base_commit", "main");
        rows.add(rows.get(0).deepCopy());
        rows.add("text");

        HttpResponse<String> reply = client.post(request);

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(202);
        JsonNode taken = RunningService.json(reply);
        assertThat(taken.at("/counts/instances").intValue()).isEqualTo(2);
        assertThat(taken.get("problems")
                        .valueStream()
                        .map(each -> each.get("field").stringValue()))
                .containsExactly(
                        "suite.instances[1].base_commit", "suite.instances[3].instance_id", "suite.instances[4]");
        assertThat(reply.headers().firstValue("Location"))
                .contains("/api/v1/evaluations/" + taken.get("id").stringValue());
    }

    @Test
    void refusesWhatNoInstanceCouldFollow() {
        ObjectNode request =
                client.request("{\"samples\": 0, \"patches\": [\"x\"]}", 1, 1).put("parallel", 0);
        request.putObject("budget").put("dollars", -1);
        request.putObject("filter").put("limits", 3);
        request.put("colour", "red");

        HttpResponse<String> reply = client.post(request);

        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(RunningService.json(reply).get("type").stringValue()).isEqualTo("/errors/invalid-evaluation");
        assertThat(RunningService.json(reply)
                        .get("errors")
                        .valueStream()
                        .map(each -> each.get("field").stringValue()))
                .contains("colour", "plan.patches", "budget.dollars", "parallel", "filter.limits");
        assertThat(client.post(client.request("{\"samples\": 1, \"model\": 3}", 1, 1))
                        .body())
                .contains("plan.model");
    }

    @Test
    void givesTheSameEvaluationForTheSameKeyAndBody() {
        ObjectNode request = client.request(PLAN, 1, 1);
        HttpResponse<String> first = client.post(request, "Idempotency-Key", "evaluation-1");
        HttpResponse<String> second = client.post(request, "Idempotency-Key", "evaluation-1");
        HttpResponse<String> other = client.post(request.put("parallel", 2), "Idempotency-Key", "evaluation-1");

        assertThat(RunningService.json(second).get("id"))
                .isEqualTo(RunningService.json(first).get("id"));
        assertThat(other.statusCode()).isEqualTo(422);
        String digest = RunningService.json(first).get("digest").stringValue();
        String again = client.submit(request);
        assertThat(RunningService.json(service.get(EvaluationClient.EVALUATIONS + "?limit=1&digest=" + digest))
                        .at("/items/0/id")
                        .stringValue())
                .isEqualTo(again);
    }

    @Test
    void expectsWhatEarlierEvaluationsTookAndNothingWhereThereIsNone() {
        ObjectNode known = client.request("{\"samples\": 3, \"stopAfter\": 0, \"seed\": 3}", 1, 2);
        client.await(client.submit(known), "COMPLETED");

        JsonNode told = forecast(known);
        assertThat(told.get("instances").intValue()).isEqualTo(2);
        assertThat(told.at("/estimate/seconds/low").asDouble()).isPositive();
        assertThat(told.at("/estimate/seconds/high").asDouble())
                .isGreaterThanOrEqualTo(told.at("/estimate/seconds/low").asDouble());
        assertThat(told.at("/estimate/from").stringValue()).contains("earlier evaluations");

        JsonNode other =
                forecast(client.request("{\"samplers\": [{\"sampler\": \"scripted\", \"temperature\": 0.5}]}", 1, 2));
        assertThat(other.at("/estimate/seconds").isNull()).isTrue();
        assertThat(other.at("/estimate/dollars").isNull()).isTrue();
    }

    @Test
    void takesThousandLargeRowsInOneBody() {
        ObjectNode request = client.request(PLAN, 1, 1000);
        request.withObject("/suite")
                .withArray("instances")
                .forEach(row -> ((ObjectNode) row).put("patch", "p".repeat(15_000)));

        String id = client.submit(request);

        assertThat(client.act(id, "cancel").statusCode()).isEqualTo(202);
        assertThat(client.await(id, "CANCELLED").at("/counts/instances").intValue())
                .isEqualTo(1000);
    }

    @Test
    void openApiNamesEveryOperation() {
        JsonNode document =
                new JsonMapper().readTree(service.get("/v3/api-docs").body());
        assertThat(document.get("paths").propertyNames())
                .contains(
                        "/api/v1/evaluations",
                        "/api/v1/evaluations/{id}",
                        "/api/v1/evaluations/{id}/instances",
                        "/api/v1/evaluations/{id}/events",
                        "/api/v1/evaluations/{id}/retry");
        assertThat(document.at("/components/schemas/Evaluation").isObject()).isTrue();
    }

    private static JsonNode forecast(ObjectNode request) {
        HttpResponse<String> reply = service.postTo(EvaluationClient.EVALUATIONS + "?dryRun=true", request.toString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return RunningService.json(reply);
    }
}
