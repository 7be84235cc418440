package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Evaluations over REST, from their submission to their end. */
class EvaluationLifeTest extends EvaluationServiceFixture {

    private static final String PLAN = "{\"samples\": 30, \"stopAfter\": 0, \"seed\": 11}";

    @Test
    void goesThroughAllInstancesAndAddsUpWhatCameOfThem() {
        String id = client.submit(client.request(PLAN, 2, List.of("x", "unsound", "y", "unavailable", "broken")));

        JsonNode end = client.await(id, "COMPLETED");

        assertThat(end.get("endReason").stringValue()).isEqualTo("ALL_ENDED");
        assertThat(end.get("sampling").stringValue()).isEqualTo("FIXED");
        JsonNode counts = end.get("counts");
        assertThat(counts.get("ended").intValue()).isEqualTo(5);
        assertThat(counts.get("unsound").intValue()).isEqualTo(1);
        assertThat(counts.get("fault").intValue()).isEqualTo(2);
        List<JsonNode> members = client.members(id, "");
        assertThat(members.stream()
                        .mapToLong(member -> member.at("/result/samples").asLong())
                        .sum())
                .isEqualTo(counts.get("samples").longValue());
        assertThat(members.stream()
                        .map(member ->
                                member.at("/result/cost/sandboxWallSeconds").asDouble())
                        .collect(Collectors.summingDouble(each -> each)))
                .isCloseTo(end.at("/cost/sandboxWallSeconds").asDouble(), org.assertj.core.data.Offset.offset(0.01));
        assertThat(client.members(id, "&outcome=UNSOUND"))
                .singleElement()
                .satisfies(
                        member -> assertThat(member.at("/result/problem/detail").stringValue())
                                .contains("finds no test"));
    }

    @Test
    void judgesEachPredictionOfAnInstanceAndEqualOnesOnce() {
        ObjectNode request = client.request("{}", 1, List.of("x", "y"));
        var predictions = request.putArray("predictions");
        String fixed = "--- a/app.txt\n+++ b/app.txt\n@@ -1,3 +1,4 @@\n one\n two\n+fixed\n three\n";
        for (String patch : List.of("not a diff", fixed, fixed, "")) {
            predictions.addObject().put("instance_id", "i-0").put("model_patch", patch);
        }
        predictions.addObject().put("instance_id", "i-7").put("model_patch", fixed);
        predictions.addObject().put("instance_id", "i-0").put("model_patch", 7);

        HttpResponse<String> reply = client.post(request);

        JsonNode taken = RunningService.json(reply);
        assertThat(taken.get("kind").stringValue()).as(reply.body()).isEqualTo("VERIFY");
        assertThat(taken.get("problems")
                        .valueStream()
                        .map(each -> each.get("field").stringValue()))
                .containsExactly("predictions[5].model_patch", "predictions");
        String id = taken.get("id").stringValue();
        assertThat(client.await(id, "COMPLETED").at("/counts/resolved").intValue())
                .isEqualTo(1);
        String run = client.members(id, "").getFirst().get("runId").stringValue();
        JsonNode counts =
                RunningService.json(service.get("/api/v1/runs/" + run)).get("counts");
        assertThat(counts.get("samples").intValue()).isEqualTo(4);
        assertThat(counts.get("distinct").intValue()).isEqualTo(1);
        assertThat(counts.get("malformed").intValue()).isEqualTo(1);
        assertThat(counts.get("empty").intValue()).isEqualTo(1);
    }

    @Test
    void letsNoMoreBeginThanMayAndNoneWhilePaused() {
        List<String> endless = List.of("endless", "endless", "endless", "endless");
        String id = client.submit(client.request(PLAN, 1, endless));
        client.await(id, found -> found.at("/counts/running").intValue() == 1);

        assertThat(client.act(id, "pause").statusCode()).isEqualTo(200);
        cancelRunOf(id, 0);
        JsonNode paused =
                client.await(id, found -> found.at("/counts/cancelled").intValue() == 1);
        assertThat(paused.at("/counts/running").intValue()).isZero();
        assertThat(paused.get("state").stringValue()).isEqualTo("PAUSED");

        HttpResponse<String> changed = service.send(service.request(EvaluationClient.EVALUATIONS + "/" + id)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"parallel\": 2}")));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        client.act(id, "resume");
        client.await(id, found -> found.at("/counts/running").intValue() == 2);

        assertThat(client.act(id, "cancel").statusCode()).isEqualTo(202);
        JsonNode end = client.await(id, "CANCELLED");
        assertThat(end.at("/counts/running").intValue()).isZero();
        assertThat(end.at("/counts/waiting").intValue()).isEqualTo(1);
        assertThat(client.act(id, "resume").statusCode()).isEqualTo(409);
        assertThat(client.act(id, "retry").statusCode()).isEqualTo(409);
    }

    @Test
    void memberThatBreaksTheServiceHoldsNobodyUp() {
        String id = client.submit(client.request(PLAN, 1, List.of("endless", "x", "y")));
        client.await(id, found -> found.at("/counts/running").intValue() == 1);
        service.bean(JdbcTemplate.class)
                .update("UPDATE evaluation_members SET content = '{}' WHERE evaluation_id = ? AND ordinal = 1", id);

        cancelRunOf(id, 0);

        JsonNode end = client.await(id, "COMPLETED");
        assertThat(end.at("/counts/fault").intValue()).isEqualTo(1);
        assertThat(client.members(id, "").get(2).at("/result/samples").intValue())
                .isEqualTo(30);
    }

    private static void cancelRunOf(String id, int member) {
        String run = client.members(id, "").get(member).get("runId").stringValue();
        service.send(service.request("/api/v1/runs/" + run).DELETE());
    }

    @Test
    void costIsThatOfRunsThatGoOnToo() {
        String id = client.submit(client.request(PLAN, 1, List.of("endless")));

        JsonNode running =
                client.await(id, found -> found.at("/cost/sandboxCpuSeconds").asDouble() > 0);

        assertThat(running.at("/counts/attempts").intValue()).isZero();
        client.act(id, "cancel");
        client.await(id, "CANCELLED");
    }

    @Test
    void triesAgainWhatTheInfrastructureFailedAndNothingElse() {
        String id = client.submit(client.request(PLAN, 4, List.of("unavailable", "unsound", "x")));
        client.await(id, "COMPLETED");

        assertThat(client.act(id, "retry").statusCode()).isEqualTo(200);

        JsonNode end = client.await(id, "COMPLETED");
        assertThat(client.members(id, "").stream()
                        .map(member -> member.get("attempts").intValue()))
                .containsExactly(2, 1, 1);
        assertThat(end.at("/counts/fault").intValue()).isEqualTo(1);
        assertThat(end.at("/counts/attempts").intValue()).isEqualTo(4);
    }

    @Test
    void tellsItsStoryFromWhereAReaderLeftIt() {
        String id = client.submit(client.request(PLAN, 1, 3));
        client.await(id, "COMPLETED");

        List<String> whole = events(id, "0");
        assertThat(whole.stream().filter(line -> line.startsWith("event:")).toList())
                .containsExactly(
                        "event:state",
                        "event:begun",
                        "event:ended",
                        "event:begun",
                        "event:ended",
                        "event:begun",
                        "event:ended",
                        "event:state");
        assertThat(events(id, "6").stream()
                        .filter(line -> line.startsWith("id:"))
                        .toList())
                .containsExactly("id:7", "id:8");
        assertThat(service.send(service.request(EvaluationClient.EVALUATIONS + "/" + id + "/events")
                                .header("Last-Event-ID", "8"))
                        .statusCode())
                .isEqualTo(204);
    }

    private static List<String> events(String id, String after) {
        return service.send(service.request(EvaluationClient.EVALUATIONS + "/" + id + "/events")
                        .header("Last-Event-ID", after))
                .body()
                .lines()
                .toList();
    }
}
