package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.run.ScriptedSampler;
import dev.monkeywrench.run.ScriptedVerifier;
import dev.monkeywrench.verification.Verifier;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A predictions file with duplicates: what is the same patch is judged once, whatever it looks like. */
class PredictionsOnceTest {

    private static final int INSTANCES = 20;
    private static final int LINES = 500;
    private static final int DISTINCT = 10;

    @TempDir
    private Path folder;

    @Test
    void everyDistinctPatchOfFiveHundredLinesIsVerifiedOnce() {
        try (RunningService service = RunningService.in(folder)) {
            EvaluationClient client = new EvaluationClient(service);
            String id = client.submit(request(client));

            client.await(id, "COMPLETED");

            assertThat(((ScriptedVerifier) service.bean(Verifier.class)).judged())
                    .isEqualTo(INSTANCES * DISTINCT);
            int samples = 0;
            for (JsonNode member : client.members(id, "")) {
                JsonNode counts = RunningService.json(service.get(
                                "/api/v1/runs/" + member.get("runId").stringValue()))
                        .get("counts");
                assertThat(counts.get("distinct").intValue()).isEqualTo(DISTINCT);
                samples += counts.get("samples").intValue();
            }
            assertThat(samples).isEqualTo(LINES);
        }
    }

    private static ObjectNode request(EvaluationClient client) {
        ObjectNode request = client.request("{}", 2, Collections.nCopies(INSTANCES, "x"));
        ArrayNode predictions = request.putArray("predictions");
        for (int line = 0; line < LINES; line++) {
            int turn = line / INSTANCES;
            String patch = ScriptedSampler.adding("line" + turn % DISTINCT).unifiedDiff();
            boolean otherForm = turn / DISTINCT % 2 == 1;
            predictions
                    .addObject()
                    .put("instance_id", "i-" + line % INSTANCES)
                    .put("model_name_or_path", "model-" + turn)
                    .put("model_patch", otherForm ? withIndex(patch) : patch);
        }
        return request;
    }

    private static String withIndex(String patch) {
        return patch.replaceFirst("\n--- ", "\nindex 1111111..2222222 100644\n--- ");
    }
}
