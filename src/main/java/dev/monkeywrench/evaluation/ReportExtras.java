package dev.monkeywrench.evaluation;

import java.util.Optional;

/**
 * What a report is told beside the evaluation.
 *
 * @param shapes of models, beside those that the service knows
 * @param heldOut the same patches, judged by tests that were held out from the evaluation
 * @param prices what it would have cost by other tariffs
 */
public record ReportExtras(ModelShapes shapes, Optional<EvaluationRecord> heldOut, CounterfactualPrices prices) {

    /** Nothing. */
    public static final ReportExtras NONE =
            new ReportExtras(ModelShapes.NONE, Optional.empty(), CounterfactualPrices.NONE);

    /** Without other tariffs. */
    public ReportExtras(ModelShapes shapes, Optional<EvaluationRecord> heldOut) {
        this(shapes, heldOut, CounterfactualPrices.NONE);
    }

    /** With other tariffs alone. */
    public static ReportExtras of(CounterfactualPrices prices) {
        return new ReportExtras(ModelShapes.NONE, Optional.empty(), prices);
    }
}
