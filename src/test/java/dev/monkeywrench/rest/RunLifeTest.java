package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
