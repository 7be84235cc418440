package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.run.GitProject;
import dev.monkeywrench.run.Packed;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Runs that come to candidates which an earlier run has judged. */
class KeptVerdictsTest {

    private static final String CACHED = "--scripted.cached=true";
    private static final String PLAN = "{\"samples\": 120, \"stopAfter\": 0, \"seed\": 5}";
    private static final String FRESH = PLAN.replace("}", ", \"verdicts\": \"fresh\"}");

    @TempDir
    private Path folder;

    @Test
    void secondRunTellsTheSameAndPaysForNothingThatLasts() {
        GitProject project;
        String first;
        JsonNode before;
        try (RunningService service = RunningService.in(folder, CACHED)) {
            project = service.project();
            first = service.submit("x", PLAN);
            before = service.await(first, "COMPLETED", "FAILED");
            assertThat(labels(service, first)).contains("prepare", "observe");
        }
        try (RunningService service = RunningService.again(folder, project, CACHED)) {
            String second = service.submit("x", PLAN);
            JsonNode after = service.await(second, "COMPLETED", "FAILED");

            assertThat(after.get("counts")).isEqualTo(before.get("counts"));
            assertThat(after.get("passing").size())
                    .isEqualTo(before.get("passing").size());
            assertThat(after.at("/baseline/cached").booleanValue()).isTrue();
            assertThat(after.at("/baseline/from/run").asString()).isEqualTo(first);
            assertThat(after.at("/verdicts/0/from/run").asString()).isEqualTo(first);
            assertCachedWhereItLasts(service, first, second);

            String third = service.submit("x", FRESH);
            service.await(third, "COMPLETED", "FAILED");
            assertThat(labels(service, third)).isEqualTo(labels(service, first));
        }
    }

    private static void assertCachedWhereItLasts(RunningService service, String first, String second) {
        int charged = 0;
        for (JsonNode sample : samples(service, second, "?limit=200&include=key,cost")) {
            String verdict = sample.path("verdict").asString("");
            if (verdict.equals("PASSED") || verdict.equals("FAILED")) {
                assertThat(sample.get("cached").booleanValue()).isTrue();
                assertThat(sample.at("/verdictFrom/run").asString()).isEqualTo(first);
                assertThat(Instant.parse(sample.at("/verdictFrom/at").asString()))
                        .isBefore(Instant.now());
                assertThat(sample.at("/verdictFrom/key/patch").asString())
                        .isEqualTo(sample.get("digest").asString());
                boolean repeated = sample.path("kind").asString().equals("DUPLICATE");
                assertThat(sample.at("/cost/judging").asString()).isEqualTo(repeated ? "SHARED" : "CACHED");
                assertThat(sample.at("/cost/dollars").decimalValue()).isZero();
            } else if (sample.path("kind").asString().equals("DRAFTED")) {
                assertThat(sample.get("cached").booleanValue()).as(verdict).isFalse();
                charged++;
            }
        }
        assertThat(labels(service, second)).hasSize(charged + 1).contains("observe");
    }

    private static JsonNode samples(RunningService service, String run, String query) {
        return RunningService.json(service.get("/api/v1/runs/" + run + "/candidates" + query))
                .get("items");
    }

    private static List<String> labels(RunningService service, String run) {
        return service.bean(RunRecords.class).entries(new RunId(run)).stream()
                .map(Entry::label)
                .sorted()
                .toList();
    }

    @Test
    void saysOnlyWhatIsAskedFor() {
        try (RunningService service = RunningService.in(folder, CACHED)) {
            String run = service.submit("x", PLAN);
            service.await(run, "COMPLETED", "FAILED");
            JsonNode sample = samples(service, run, "?verdict=FAILED&limit=1").get(0);
            assertThat(sample.get("cached").booleanValue()).isFalse();
            assertThat(sample.at("/verdictFrom/run").asString()).isEqualTo(run);
            assertThat(sample.at("/verdictFrom/key").isNull()).isTrue();
            assertThat(service.post(service.project().request("x", "{\"verdicts\": \"old\"}"))
                            .body())
                    .contains("plan.verdicts", "neither");
            assertThat(service.post(service.project().request("x", "{\"repeats\": \"twice\"}"))
                            .body())
                    .contains("plan.repeats", "neither");
            String once = service.submit("x", PLAN.replace("}", ", \"repeats\": \"once\"}"));
            String plan = service.bean(JdbcTemplate.class)
                    .queryForObject("SELECT plan FROM runs WHERE id = ?", String.class, once);
            assertThat(Packed.unpack(String.valueOf(plan))).contains("\"repeats\":\"once\"");
        }
    }
}
