package dev.monkeywrench.evaluation.official;

import dev.monkeywrench.evaluation.OfficialOutcome;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A prediction as a line of an official predictions file. */
final class PredictionLine {

    private PredictionLine() {}

    /** Ready for submission: the official fields alone. */
    static String of(OfficialOutcome outcome) {
        return PythonJson.line(fields(outcome)) + "\n";
    }

    /** With our verdict behind the official fields, which readers of the official form skip. */
    static String withVerdict(OfficialOutcome outcome) {
        ObjectNode line = fields(outcome);
        outcome.ours().ifPresent(ours -> line.set("monkeywrench", ours.json()));
        return PythonJson.line(line) + "\n";
    }

    private static ObjectNode fields(OfficialOutcome outcome) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("instance_id", outcome.instance().value())
                .put("model_name_or_path", outcome.model())
                .put("model_patch", outcome.patch());
    }
}
