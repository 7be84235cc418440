package dev.monkeywrench.evaluation;

import java.util.Optional;

/**
 * What a report is told beside the evaluation.
 *
 * @param shapes of models, beside those that the service knows
 * @param heldOut the same patches, judged by tests that were held out from the evaluation
 */
public record ReportExtras(ModelShapes shapes, Optional<EvaluationRecord> heldOut) {

    /** Nothing. */
    public static final ReportExtras NONE = new ReportExtras(ModelShapes.NONE, Optional.empty());
}
