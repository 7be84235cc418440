package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent as an evaluation, the answer is a problem that names itself, and nothing is kept of it. */
class HostileEvaluationTest extends EvaluationServiceFixture {

    private static int kept() {
        Integer kept =
                service.bean(JdbcTemplate.class).queryForObject("SELECT COUNT(*) FROM evaluations", Integer.class);
        return kept == null ? 0 : kept;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "null",
                "{}",
                "{\"suite\":null}",
                "{\"suite\":\"../../etc\"}",
                "{\"suite\":[]}",
                "{\"suite\":{}}",
                "{\"suite\":{\"instances\":{}}}",
                "{\"suite\":{\"instances\":[]}}",
                "{\"suite\":{\"instances\":[null,7,[],{}]}}",
                "{\"suite\":{\"instances\":[],\"file\":\"/etc/passwd\"}}",
                "{\"suite\":{\"instances\":[],\"name\":\"a\\u0000b\"}}",
                "{\"suite\":\"starter\",\"name\":\"a\\nb\"}",
                "{\"suite\":\"starter\",\"name\":7}",
                "{\"suite\":\"starter\",\"plan\":[]}",
                "{\"suite\":\"starter\",\"plan\":{\"samples\":1e9}}",
                "{\"suite\":\"starter\",\"parallel\":1000000}",
                "{\"suite\":\"starter\",\"parallel\":\"4\"}",
                "{\"suite\":\"starter\",\"budget\":7}",
                "{\"suite\":\"starter\",\"budget\":{\"dollars\":0}}",
                "{\"suite\":\"starter\",\"filter\":{\"pattern\":\"(\"}}",
                "{\"suite\":\"starter\",\"predictions\":{}}",
                "{\"suite\":\"starter\",\"predictions\":[]}",
                "{\"suite\":\"starter\",\"predictions\":[7,{\"instance_id\":\"../x\",\"model_patch\":\"\"}]}",
                "{\"suite\":\"starter\",\"suite\":\"starter\"}"
            })
    void refusesWhatIsNoEvaluation(String body) {
        int before = kept();

        HttpResponse<String> reply = service.postTo(EvaluationClient.EVALUATIONS, body);

        assertThat(reply.statusCode()).as(reply.body()).isBetween(400, 422);
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(RunningService.json(reply).get("detail").stringValue()).isNotBlank();
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void tellsTheFirstOfVeryManyProblems() {
        String rows = IntStream.range(0, 5_000).mapToObj(i -> "{}").collect(Collectors.joining(","));

        HttpResponse<String> reply =
                service.postTo(EvaluationClient.EVALUATIONS, "{\"suite\":{\"instances\":[" + rows + "]}}");

        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(RunningService.json(reply).get("errors").size()).isEqualTo(1_001);
        assertThat(RunningService.json(reply).at("/errors/1000/problem").stringValue())
                .endsWith("problems more");
    }

    /** Two characters of it take a hundred bytes of memory. */
    @Test
    void refusesMoreValuesThanAnySuiteHolds() {
        String lists = "[],".repeat(600_000);

        HttpResponse<String> reply =
                service.postTo(EvaluationClient.EVALUATIONS, "{\"suite\":{\"instances\":[" + lists + "[]]}}");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(RunningService.json(reply).get("detail").stringValue()).contains("1000000 values");
    }

    @Test
    void refusesIdsCursorsAndChangesThatAreNone() {
        String path = EvaluationClient.EVALUATIONS;
        assertThat(List.of(
                        service.get(path + "/x").statusCode(),
                        service.get(path + "/" + "0".repeat(24)).statusCode(),
                        service.get(path + "/" + "0".repeat(24) + "/instances").statusCode(),
                        service.get(path + "/" + "0".repeat(24) + "/events").statusCode(),
                        client.act("0".repeat(24), "pause").statusCode(),
                        client.act("..%2f..", "cancel").statusCode()))
                .allMatch(status -> status == 404 || status == 400);
        for (String query : List.of("digest=%00", "digest=x", "cursor=x", "limit=0", "state=x")) {
            assertThat(service.get(path + "?" + query).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(service.postTo(path + "?dryRun=maybe", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void keepsHostileTextsOfRowsAndPredictionsAsTheyAre() {
        ObjectNode request = client.request("{\"seed\": 1}", 1, List.of("x"));
        ((ObjectNode) request.withObject("/suite").withArray("instances").get(0)).put("hints_text", "\0 \u001b[2J");
        request.putArray("predictions")
                .addObject()
                .put("instance_id", "i-0")
                .put("model_name_or_path", "../../etc \0")
                .put("model_patch", "\0\u001b");

        String id = client.submit(request);

        assertThat(client.await(id, "COMPLETED").at("/counts/ended").intValue()).isEqualTo(1);
    }
}
