package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.run.ScriptedSampler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code report} writes of evaluations that a service keeps. */
class EvaluationReportTest extends EvaluationServiceFixture {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void writesOfficialFilesOfPredictionsAndOfWhatWasDrawn() throws Exception {
        ObjectNode verify = client.request("{}", 1, List.of("x", "x", "unsound"));
        ArrayNode predictions = verify.putArray("predictions");
        predict(predictions, "i-0", "org/m", "fixed");
        predict(predictions, "i-1", "org/m", "wrong");
        predict(predictions, "i-2", "org/m", "wrong");
        String given = client.submit(verify);
        String drawn = client.submit(client.request("{\"samples\": 40, \"seed\": 3}", 1, 1));
        client.await(given, "COMPLETED");
        client.await(drawn, "COMPLETED");

        assertThat(report(given, "--format", "official,md")).contains("org__m.monkeywrench.json");
        JsonNode summary = JSON.readTree(folder.resolve("org__m.monkeywrench.json"));
        assertThat(summary.path("total_instances").intValue()).isEqualTo(3);
        assertThat(summary.path("error_ids").toString()).isEqualTo("[\"i-2\"]");
        assertThat(summary.path("infra_failure_ids").isEmpty()).isTrue();
        Path logs = folder.resolve("logs/run_evaluation/monkeywrench/org__m");
        assertThat(logs.resolve("i-1/patch.diff")).content().contains("+wrong");
        assertThat(logs.resolve("i-0/verdict.json")).content().contains("\"PASSED\"");
        assertThat(folder.resolve("report.md")).exists();
        assertThat(folder.resolve("report.csv")).doesNotExist();

        report(drawn, "--format", "official", "--model-name", "mine", "--against", given);
        assertThat(Files.readAllLines(folder.resolve("candidates.jsonl"))).isNotEmpty();
        assertThat(JSON.readTree(folder.resolve("mine.monkeywrench.json"))
                        .path("submitted_instances")
                        .intValue())
                .isEqualTo(1);
        assertThat(JSON.readTree(folder.resolve("comparison.json"))
                        .path("instances")
                        .intValue())
                .isEqualTo(1);
    }

    /** The candidates of one evaluation, judged again as predictions of another: they are found by their digests. */
    @Test
    void patchesAreFoundAgainAmongThoseThatHeldOutTestsJudged() throws Exception {
        String drawn = client.submit(client.request("{\"samples\": 80, \"stopAfter\": 0, \"seed\": 3}", 1, 1));
        client.await(drawn, "COMPLETED");
        report(drawn, "--format", "official,json");
        ObjectNode again = client.request("{}", 1, 1);
        ArrayNode predictions = again.putArray("predictions");
        for (String line : Files.readAllLines(folder.resolve("candidates.jsonl"))) {
            ObjectNode prediction = (ObjectNode) JSON.readTree(line);
            prediction.remove("monkeywrench");
            predictions.add(prediction);
        }
        String judged = client.submit(again);
        client.await(judged, "COMPLETED");

        report(drawn, "--format", "json,csv", "--held-out", judged);

        JsonNode report = JSON.readTree(folder.resolve("report.json"));
        assertThat(report.at("/deciding").asString()).isEqualTo("BLIND");
        assertThat(report.at("/wrongPasses/estimate/passing").intValue()).isPositive();
        assertThat(report.at("/wrongPasses/estimate/wrong").intValue()).isZero();
        assertThat(report.at("/scorecard/score").intValue()).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("report.csv")).get(1)).contains(",own,");
    }

    @Test
    void whatHasNotEndedIsIncomplete() throws Exception {
        String id = client.submit(client.request("{\"samples\": 40}", 1, List.of("endless", "endless")));
        client.await(id, found -> found.at("/counts/running").intValue() == 1);
        report(id, "--format", "official");
        JsonNode summary = JSON.readTree(folder.resolve("monkeywrench.monkeywrench.json"));
        assertThat(summary.path("incomplete_ids").toString()).isEqualTo("[\"i-0\",\"i-1\"]");
        client.act(id, "cancel");
    }

    private static void predict(ArrayNode predictions, String instance, String model, String line) {
        predictions
                .addObject()
                .put("instance_id", instance)
                .put("model_name_or_path", model)
                .put("model_patch", ScriptedSampler.adding(line).unifiedDiff());
    }

    /** What it notes; its status tells only whether there were samples. */
    private String report(String id, String... words) {
        List<String> all = new ArrayList<>(List.of("report", id, "--output", folder.toString()));
        all.addAll(List.of(words));
        return mw(all.toArray(String[]::new)).err();
    }
}
