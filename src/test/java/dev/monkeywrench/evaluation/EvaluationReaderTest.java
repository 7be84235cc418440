package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.InstanceRows;
import dev.monkeywrench.instance.RowPolicy;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.run.PlanCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class EvaluationReaderTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final EvaluationReader reader = new EvaluationReader(
            new RequestedSuite(
                    () -> new Suite("starter", List.of(), List.of()),
                    row -> InstanceRows.read(row, RowPolicy.standard())),
            plan -> new PlanCheck.Sound(1, 0, 1, Budget.unlimited()),
            1);

    private EvaluationDraft.Read read(ObjectNode request) {
        return switch (reader.read(request)) {
            case EvaluationDraft.Read read -> read;
            case EvaluationDraft.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private static ObjectNode request(String... ids) {
        ObjectNode request = JSON.createObjectNode();
        ArrayNode rows = request.putObject("suite").putArray("instances");
        for (String id : ids) {
            rows.addObject()
                    .put("instance_id", id)
                    .put("repository", "https://example.org/x")
                    .put("base_commit", "a".repeat(40))
                    .put("problem_statement", "It breaks.")
                    .put("test_command", "pytest")
                    .put("report", "junit");
        }
        return request;
    }

    @Test
    void predictionsAreSeenOnceUnlessThePlanSaysOtherwise() {
        ObjectNode request = request("a__a-1");
        assertThat(read(request).plan()).doesNotContain("repeats");
        request.putArray("predictions").addObject().put("instance_id", "a__a-1").put("model_patch", "diff");
        assertThat(read(request).plan()).contains("\"repeats\":\"once\"");
        request.putObject("plan").put("repeats", "firm");
        assertThat(read(request).plan()).contains("\"repeats\":\"firm\"");
    }

    @Test
    void predictionsThatTheFilterLeavesOutAreNoProblem() {
        ObjectNode request = request("a__a-1", "b__b-2");
        request.putObject("filter").put("pattern", "^a");
        ArrayNode predictions = request.putArray("predictions");
        for (String id : new String[] {"a__a-1", "b__b-2", "c__c-3"}) {
            predictions.addObject().put("instance_id", id).put("model_patch", "diff");
        }

        EvaluationDraft.Read read = read(request);

        assertThat(read.members())
                .extracting(member -> member.instanceId().value())
                .containsExactly("a__a-1");
        assertThat(read.problems())
                .extracting(FieldProblem::problem)
                .singleElement()
                .asString()
                .contains("c__c-3");
    }
}
