package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.run.ScriptedSampler;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A run from its submission to its end, over HTTP. */
class RunLifeTest {

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = RunningService.in(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void goesFromSubmissionToThePassingPatchAndItsCost() {
        HttpResponse<String> submitted =
                service.post(service.project().request("app is not fixed", "{\"samples\": 300, \"seed\": 7}"));
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(202);
        String id = RunningService.json(submitted).get("id").stringValue();
        assertThat(submitted.headers().firstValue("Location")).contains("/api/v1/runs/" + id);

        JsonNode run = service.await(id, "COMPLETED", "FAILED");

        assertThat(run.get("state").stringValue()).as(run.toString()).isEqualTo("COMPLETED");
        assertThat(run.get("stopReason").stringValue()).isEqualTo("ENOUGH_PASSED");
        assertThat(run.get("resolved").booleanValue()).isTrue();
        assertThat(run.get("seed").longValue()).isEqualTo(7);
        assertThat(run.get("sandbox").stringValue()).isEqualTo("bubblewrap");
        assertThat(run.at("/counts/passed").intValue()).isEqualTo(1);
        assertThat(run.at("/verdicts/0/tests").size()).isEqualTo(1);
        assertThat(run.at("/ledger/total/samples").doubleValue())
                .isEqualTo(run.at("/counts/samples").doubleValue());
        HttpResponse<String> diff = service.get(run.at("/passing/0/diff").stringValue());
        assertThat(diff.statusCode()).isEqualTo(200);
        assertThat(diff.body()).contains("+fixed");
    }

    @Test
    void judgesGivenPatchesInsteadOfDrawing() {
        String patch = ScriptedSampler.adding("fixed").unifiedDiff().replace("\n", "\\n");
        String run = service.submit("x", "{\"patches\": [\"\", \"" + patch + "\", \"" + patch + "\"]}");
        JsonNode counts = service.await(run, "COMPLETED", "FAILED").get("counts");
        assertThat(counts.toString())
                .contains("\"samples\":3", "\"empty\":1", "\"distinct\":1", "\"duplicate\":1", "\"passed\":1");
    }

    @ParameterizedTest
    @CsvSource({
        "unsound, /errors/instance-unsound, instance.test_command",
        "unavailable, /errors/environment-unavailable, ''",
    })
    void endsFailedWithTheProblem(String script, String type, String field) {
        JsonNode problem = service.await(service.submit(script, "{}"), "COMPLETED", "FAILED")
                .get("problem");
        assertThat(problem.at("/type").asString()).isEqualTo(type);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/remedy").asString()).isNotBlank();
    }

    @Test
    void cancelsRunningRun() {
        String run = service.submit("endless", "{}");
        service.await(run, "RUNNING");
        HttpResponse<String> cancelled =
                service.send(service.request("/api/v1/runs/" + run).DELETE());
        assertThat(cancelled.statusCode()).isEqualTo(202);
        assertThat(service.await(run, "CANCELLED").get("stopReason").stringValue())
                .isEqualTo("CANCELLED");
    }

    @Test
    void streamGoesOnAfterTheLastEventItsReaderHas() {
        String run = service.submit("x", "{\"samples\": 100, \"stopAfter\": 0}");
        String all = service.get("/api/v1/runs/" + run + "/events").body();
        // a run that is over before the next event was due tells of its samples in its last one
        assertThat(all).contains("event:prepared", "\"state\":\"COMPLETED\"", "\"samples\":100");
        int events = all.split("\nid:", -1).length;
        String rest = service.send(service.request("/api/v1/runs/" + run + "/events")
                        .header("Last-Event-ID", "" + (events - 1))
                        .GET())
                .body();
        assertThat(all).endsWith(rest);
        assertThat(rest).startsWith("id:" + events);
        int status = service.send(service.request("/api/v1/runs/" + run + "/events")
                        .header("Last-Event-ID", "" + events)
                        .GET())
                .statusCode();
        assertThat(status).isEqualTo(204);
    }

    @Test
    void sameKeyGivesSameRunHoweverOftenAtOnce() throws Exception {
        String body = service.project().request("x", "{\"seed\": 3}");
        Set<String> runs = new TreeSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> posts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                posts.add(threads.submit(() -> service.post(body, "Idempotency-Key", "one-key")));
            }
            for (Future<HttpResponse<String>> post : posts) {
                assertThat(post.get().statusCode()).isIn(202, 409);
                if (post.get().statusCode() == 202) {
                    runs.add(RunningService.json(post.get()).get("id").stringValue());
                }
            }
        }
        assertThat(runs).hasSize(1);
        HttpResponse<String> again = service.post(body, "Idempotency-Key", "one-key");
        assertThat(RunningService.json(again).get("id").stringValue()).isIn(runs);
        assertThat(service.post(body + " ", "Idempotency-Key", "one-key").statusCode())
                .isEqualTo(422);
    }

    @Test
    void pagesThroughSamplesAndRuns() {
        String run = service.submit("x", "{\"samples\": 25, \"stopAfter\": 0}");
        service.await(run, "COMPLETED");
        JsonNode page =
                RunningService.json(service.get("/api/v1/runs/" + run + "/candidates?limit=20&include=tests,log"));
        JsonNode rest = RunningService.json(service.get("/api/v1/runs/" + run + "/candidates?limit=20&cursor="
                + page.get("next").asString()));
        assertThat(page.get("items").size() + rest.get("items").size()).isEqualTo(25);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(rest.at("/items/0/log").isNull()).isTrue();
        JsonNode runs = RunningService.json(service.get("/api/v1/runs?limit=1&instanceId=example__app-1"));
        assertThat(runs.get("items").size()).isEqualTo(1);
    }

    @Test
    void tellsWhatTheOfficialHarnessWouldSayWhereItIsAsked() {
        String patch = ScriptedSampler.adding("slow").unifiedDiff().replace("\n", "\\n");
        String run = service.submit("x", "{\"patches\": [\"" + patch + "\"]}");
        service.await(run, "COMPLETED");
        String samples = "/api/v1/runs/" + run + "/candidates?limit=1";
        JsonNode official =
                RunningService.json(service.get(samples + "&include=official")).at("/items/0/official");
        assertThat(official.path("graded").booleanValue()).isTrue();
        assertThat(official.path("resolved").booleanValue()).isFalse();
        assertThat(official.path("tests_status").toString())
                .startsWith("{\"FAIL_TO_PASS\":{\"success\":[],\"failure\":[\"")
                .endsWith("\"PASS_TO_PASS\":{\"success\":[],\"failure\":[\"b\"]}}");
        assertThat(official.path("testOutput").stringValue())
                .startsWith(">>>>> Start Test Output\nlog")
                .endsWith(">>>>> End Test Output\n>>>>> Test Exit Code: 1\n");
        assertThat(RunningService.json(service.get(samples))
                        .at("/items/0/official")
                        .isNull())
                .isTrue();
        assertThat(service.get("/api/v1/runs/" + run + "/eval.sh").body()).startsWith("#!/bin/bash\n");
        assertThat(service.get("/api/v1/runs/none/eval.sh").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemHasItsPage(ProblemType type) {
        assertThat(service.get(type.uri().toString()).body()).startsWith("# " + type.title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/monkeywrench.js", "/monkeywrench.css", "/v3/api-docs", "/swagger-ui/index.html"})
    void servesItsPages(String path) {
        HttpResponse<String> response = service.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("script-src 'self' 'unsafe");
        assertThat(response.body()).doesNotContain("https://cdn", "onclick=");
    }

    @Test
    void documentsTheSubmission() {
        assertThat(service.get("/v3/api-docs").body()).contains("A plain form", "/api/v1/runs/{id}/candidates");
    }

    @Test
    void endsStreamsBeforeTheServiceEnds(@TempDir Path folder) {
        try (RunningService other = RunningService.in(folder)) {
            String run = other.submit("endless", "{}");
            other.await(run, "RUNNING");
            List<String> lines = new ArrayList<>();
            Stream<String> rest = other.lines("/api/v1/runs/" + run + "/events", lines);
            other.stop();
            rest.forEach(lines::add);
            assertThat(lines).first().isEqualTo("id:1");
            assertThat(String.join("", lines)).doesNotContain("CANCELLED", "FAILED");
        }
    }
}
