package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.ledger.Worth;
import dev.monkeywrench.run.Account;
import dev.monkeywrench.run.RecentAccounts;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the samples of a run cost, over HTTP. */
class SampleCostTest {

    @TempDir
    private Path folder;

    @Test
    void samplesAndOverheadAddUpToTheBill() {
        try (RunningService service = RunningService.in(folder)) {
            String run = service.submit("x", "{\"samples\": 120, \"stopAfter\": 0, \"seed\": 5}");
            service.await(run, "COMPLETED", "FAILED");

            List<JsonNode> samples = samples(service, run, 200);
            assertThat(samples).hasSize(120);
            assertThat(samples(service, run, 7)).isEqualTo(samples);
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode sample : samples) {
                JsonNode cost = sample.get("cost");
                boolean own = sample.path("kind").asString().equals("DRAFTED");
                assertThat(cost.path("judging").asString().equals("OWN")).isEqualTo(own);
                assertThat(cost.path("dollars").decimalValue().signum()).isEqualTo(own ? 1 : 0);
                assertThat(cost.path("waitSeconds").isNumber()).isTrue();
                assertThat(cost.path("model").isNull()).isTrue();
                sum = sum.add(cost.path("dollars").decimalValue());
            }
            Account account = service.bean(RecentAccounts.class)
                    .of(service.bean(RunRecords.class).find(new RunId(run)).orElseThrow());
            BigDecimal overhead = account.bill().of(Worth.OVERHEAD).dollars().orElseThrow();
            BigDecimal total = account.bill().total().dollars().orElseThrow();
            assertThat(sum.add(overhead)).isCloseTo(total, Offset.offset(new BigDecimal("0.0000002")));
        }
    }

    @Test
    void tellsCostsOnlyWhereTheyAreAskedFor() {
        try (RunningService service = RunningService.in(folder)) {
            String run = service.submit("x", "{\"samples\": 3, \"stopAfter\": 0, \"seed\": 5}");
            service.await(run, "COMPLETED", "FAILED");
            JsonNode page = RunningService.json(service.get("/api/v1/runs/" + run + "/candidates"));
            assertThat(page.at("/items/0/cost").isNull()).isTrue();
        }
    }

    private static List<JsonNode> samples(RunningService service, String run, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = RunningService.json(
                    service.get("/api/v1/runs/" + run + "/candidates?include=cost&limit=" + limit + cursor));
            page.get("items").forEach(all::add);
            cursor =
                    page.path("next").isString() ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }
}
