package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.Prediction;
import dev.monkeywrench.evaluation.Suite;
import dev.monkeywrench.instance.InstanceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An evaluation that a service keeps, read for its report. It may still go on. */
record ServiceEvaluation(ServiceClient client, String path, JsonNode json) {

    private static final String EVALUATIONS = "/api/v1/evaluations/";

    static ServiceEvaluation of(ServiceClient client, String id) throws InterruptedException {
        String path = EVALUATIONS + ServiceClient.encoded(id);
        return new ServiceEvaluation(client, path, client.get(path));
    }

    String name() {
        return json.path("name").asString("");
    }

    long seed() {
        return json.path("seed").asLong(1);
    }

    boolean stopsEarly() {
        return !json.path("sampling").asString("").equals("FIXED");
    }

    /** In words, as a report tells them. */
    String conditions() {
        return "suite " + json.path("suite").asString("") + ", plan " + json.path("plan") + ", " + state();
    }

    private String state() {
        JsonNode counts = json.path("counts");
        return json.path("state").asString("") + " with " + counts.path("ended").asInt(0) + " of "
                + counts.path("instances").asInt(0) + " instances ended";
    }

    /** Tells every instance, and gives their ids in order. */
    List<InstanceId> tell(Output output) throws InterruptedException {
        List<InstanceId> suite = new ArrayList<>();
        boolean given = json.path("kind").asString("").equals("VERIFY");
        for (JsonNode member : Pages.all(client, path + "/instances", Map.of("limit", "200"))) {
            JsonNode content =
                    client.get(path + "/instances/" + member.path("ordinal").asInt(0) + "/content");
            InstanceId id = new InstanceId(member.path("instanceId").asString(""));
            Suite.Row row = new Suite.Row(id, row(content));
            suite.add(id);
            tell(output, member, row, predictions(id, content), given);
        }
        return suite;
    }

    private void tell(Output output, JsonNode member, Suite.Row row, List<Prediction> predictions, boolean given)
            throws InterruptedException {
        JsonNode result = member.path("result");
        String id = result.path("runId").asString(member.path("runId").asString(""));
        if (id.isEmpty() && !result.isObject()) {
            output.waiting(row, predictions);
        } else if (id.isEmpty() && given) {
            output.unjudged(row, predictions, Optional.empty());
        } else if (id.isEmpty()) {
            output.unjudged(row);
        } else {
            told(output, new RunView(client.run(id)), row, predictions, given);
        }
    }

    private void told(Output output, RunView run, Suite.Row row, List<Prediction> predictions, boolean given)
            throws InterruptedException {
        if (given && run.failed()) {
            output.unjudged(row, predictions, Optional.of(run));
            return;
        }
        if (given) {
            RunSamples samples = RunSamples.of(client, run.id(), output.contents(predictions.size()));
            output.judged(row, run, samples, predictions);
        } else {
            RunSamples samples = RunSamples.of(client, run.id(), output.contents());
            output.drawn(row, run, samples);
        }
    }

    private static ObjectNode row(JsonNode content) {
        return content.path("row") instanceof ObjectNode row ? row : Session.JSON.createObjectNode();
    }

    private static List<Prediction> predictions(InstanceId id, JsonNode content) {
        return content.path("predictions")
                .valueStream()
                .map(each -> new Prediction(
                        id,
                        each.path("model_name_or_path").asString(""),
                        each.path("model_patch").asString("")))
                .toList();
    }
}
