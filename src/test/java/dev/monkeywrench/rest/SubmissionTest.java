package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.run.ScriptedSampler;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The requests that sb-cli sends, in its order. */
class SubmissionTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Path suites = Files.createDirectories(folder.resolve("parts/swe-bench_lite"));
        service = RunningService.in(folder, "--monkeywrench.submissions.suites=" + suites.getParent());
        JsonNode row = JSON.readTree(service.project().request("x", "{}")).get("instance");
        List<String> rows = new ArrayList<>();
        for (String id : List.of("a__a-1", "b__b-2", "c__c-3", "d__d-4", "e__e-5")) {
            rows.add(((ObjectNode) row.deepCopy()).put("instance_id", id).toString());
        }
        Files.write(suites.resolve("test.jsonl"), rows);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void judgesWhatIsSubmittedAndReportsAsTheOfficialServiceDoes() throws Exception {
        assertThat(submit("run 1", "a__a-1", patch("fixed")).path("launched").booleanValue())
                .isTrue();
        assertThat(submit("run 1", "b__b-2", patch("wrong")).toString())
                .isEqualTo("{\"launched\":true,\"instance_id\":\"b__b-2\"}");
        submit("run 1", "c__c-3", null);
        submit("run 1", "d__d-4", "no diff at all");
        assertThat(submit("run 1", "a__a-1", patch("wrong")).path("launched").booleanValue())
                .isFalse();

        assertThat(awaitAll("run 1", 4).path("running").isEmpty()).isTrue();

        JsonNode reply = json(send("POST", "/get-report", body("run 1")));
        JsonNode report = reply.path("report");
        assertThat(report.path("total_instances").intValue()).isEqualTo(5);
        assertThat(report.path("submitted_instances").intValue()).isEqualTo(4);
        assertThat(report.path("unresolved_ids").toString()).contains("b__b-2");
        assertThat(report.path("empty_patch_ids").toString()).isEqualTo("[\"c__c-3\"]");
        assertThat(report.path("error_ids").toString()).isEqualTo("[\"d__d-4\"]");
        assertThat(report.path("incomplete_ids").toString()).isEqualTo("[\"e__e-5\"]");
        assertThat(report.path("pending_instances").intValue()).isZero();
        assertThat(report.path("failed_instances").intValue()).isZero();
        assertThat(report.path("schema_version").intValue()).isEqualTo(2);
        assertThat(reply.at("/monkeywrench_verdicts/a__a-1/verdict").stringValue())
                .isEqualTo("PASSED");
        assertThat(json(send("POST", "/list-runs", body(""))).toString()).contains("\"run 1\"");
    }

    @Test
    void whatIsNotJudgedYetIsPending() {
        ObjectNode body = body("endless run");
        submit("endless run", "e__e-5", patch("slow"));
        JsonNode report = json(send("POST", "/get-report", body)).path("report");
        assertThat(report.path("submitted_instances").intValue()).isEqualTo(1);
        assertThat(report.path("pending_instances").intValue()
                        + report.path("completed_instances").intValue()
                        + report.path("error_instances").intValue())
                .isEqualTo(1);
    }

    @Test
    void aDeletedRunIsGoneAndMayBeSubmittedAgain() {
        submit("gone", "a__a-1", patch("fixed"));
        assertThat(send("DELETE", "/delete-run", body("gone")).statusCode()).isEqualTo(200);
        assertThat(send("POST", "/get-report", body("gone")).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "/delete-run", body("gone")).statusCode()).isEqualTo(404);
        assertThat(submit("gone", "a__a-1", patch("fixed")).path("launched").booleanValue())
                .isTrue();
    }

    @Test
    void everyKeyHasRunsOfItsOwn() {
        submit("mine", "a__a-1", null);
        HttpResponse<String> others = service.send(service.request("/list-runs")
                .header("x-api-key", "another")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body("").toString())));
        assertThat(others.body()).isEqualTo("{\"run_ids\":[]}");
    }

    @Test
    void tellsThePartsAndMakesKeys() {
        assertThat(service.get("/get-quotas").body())
                .isEqualTo("{\"remaining_quotas\":{\"starter\":{\"test\":\"unlimited\"},"
                        + "\"swe-bench_lite\":{\"test\":\"unlimited\"}}}");
        JsonNode key = json(send("POST", "/gen-api-key", JSON.createObjectNode().put("email", "a@example.org")));
        assertThat(key.path("api_key").stringValue()).matches("mw_[0-9a-f]{48}");
        ObjectNode code = JSON.createObjectNode().put("verification_code", "1");
        assertThat(send("POST", "/verify-api-key", code).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc, test, r, a__a-1, 400",
        "swe-bench_lite, .., r, a__a-1, 400",
        "swe-bench_lite, none, r, a__a-1, 404",
        "swe-bench_lite, test, r, no__no-9, 404",
        "swe-bench_lite, test, r, ../x, 400",
        "swe-bench_lite, test, '', a__a-1, 400",
    })
    void whatCannotBeTakenIsAMessage(String subset, String split, String run, String instance, int status) {
        ObjectNode body = JSON.createObjectNode().put("subset", subset).put("split", split);
        body.put("run_id", run).set("prediction", prediction(instance, patch("fixed")));
        HttpResponse<String> reply = send("POST", "/submit", body);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(RunningService.json(reply).path("message").stringValue()).isNotBlank();
    }

    private static JsonNode submit(String run, String instance, @Nullable String patch) {
        ObjectNode body = body(run);
        body.putNull("instance_ids").set("prediction", prediction(instance, patch));
        return json(send("POST", "/submit", body));
    }

    private static ObjectNode prediction(String instance, @Nullable String patch) {
        return JSON.createObjectNode()
                .put("instance_id", instance)
                .put("model_patch", patch)
                .put("model_name_or_path", "org/model");
    }

    private static String patch(String line) {
        return ScriptedSampler.adding(line).unifiedDiff();
    }

    private static ObjectNode body(String run) {
        return JSON.createObjectNode()
                .put("subset", "swe-bench_lite")
                .put("split", "test")
                .put("run_id", run);
    }

    private static JsonNode awaitAll(String run, int predictions) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            JsonNode poll = json(send("GET", "/poll-jobs", body(run)));
            if (poll.path("completed").size() == predictions) {
                return poll;
            }
            assertThat(Instant.now()).as(poll.toString()).isBefore(limit);
            Thread.sleep(100);
        }
    }

    private static JsonNode json(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return RunningService.json(reply);
    }

    private static HttpResponse<String> send(String method, String path, ObjectNode body) {
        return service.send(service.request(path)
                .header("x-api-key", "a key")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString())));
    }
}
