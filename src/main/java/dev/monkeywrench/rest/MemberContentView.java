package dev.monkeywrench.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.monkeywrench.evaluation.MemberContent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was sent for an instance of an evaluation.
 *
 * @param row as it came, with its tests and its gold patch
 * @param predictions in the order of the samples of its run; empty where candidates are drawn
 */
@Schema(name = "EvaluationInstanceContent")
record MemberContentView(ObjectNode row, List<PredictionView> predictions) {

    /** As official files have it. */
    @Schema(name = "Prediction")
    record PredictionView(
            @JsonProperty("instance_id") String instanceId,
            @JsonProperty("model_name_or_path") String model,
            @JsonProperty("model_patch") String patch) {}

    static MemberContentView of(MemberContent content) {
        return new MemberContentView(
                content.row(),
                content.predictions().stream()
                        .map(each -> new PredictionView(each.instanceId().value(), each.model(), each.patch()))
                        .toList());
    }
}
