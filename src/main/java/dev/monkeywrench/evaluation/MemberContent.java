package dev.monkeywrench.evaluation;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a member is about.
 *
 * @param row as it came; it holds the tests and the gold patch and goes nowhere but into a run
 * @param predictions in the order they came; empty where candidates are drawn. The sample index of a prediction in the
 *     member's run is its place here
 */
public record MemberContent(ObjectNode row, List<Prediction> predictions) {

    public MemberContent {
        predictions = List.copyOf(predictions);
    }
}
