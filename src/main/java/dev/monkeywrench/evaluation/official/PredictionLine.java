package dev.monkeywrench.evaluation.official;

import dev.monkeywrench.evaluation.OfficialPrediction;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A prediction as a line of an official predictions file. */
final class PredictionLine {

    private PredictionLine() {}

    /** Ready for submission: the official fields alone. */
    static String of(OfficialPrediction prediction) {
        return PythonJson.line(fields(prediction)) + "\n";
    }

    /** With our verdict behind the official fields, which readers of the official form skip. */
    static String withVerdict(OfficialPrediction prediction) {
        ObjectNode line = fields(prediction);
        prediction.ours().ifPresent(ours -> line.set("monkeywrench", ours.json()));
        return PythonJson.line(line) + "\n";
    }

    private static ObjectNode fields(OfficialPrediction prediction) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("instance_id", prediction.instance().value())
                .put("model_name_or_path", prediction.model())
                .put("model_patch", prediction.patch());
    }
}
