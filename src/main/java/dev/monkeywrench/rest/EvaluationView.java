package dev.monkeywrench.rest;

import dev.monkeywrench.instance.FieldProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An evaluation as it is shown.
 *
 * @param digest tells whether another asks for the same, whatever it is called
 * @param sampling whether every run draws as many samples, which pass@k asks for, or ends with enough that pass
 * @param share of all instances that are resolved
 * @param cost of all attempts so far; in lists, of those that ended
 * @param etaSeconds until the rest has ended, from what the ended attempts took; null: unknown, or nothing is left
 * @param estimate made when it was taken in; absent from lists, and so are problems
 * @param problems of rows and predictions that were left out
 */
@Schema(name = "Evaluation")
record EvaluationView(
        String id,
        String name,

        @Schema(allowableValues = {"GENERATE", "VERIFY"}) String kind,

        String suite,
        String digest,

        @Schema(allowableValues = {"QUEUED", "RUNNING", "PAUSED", "COMPLETED", "CANCELLED"})
        String state,

        boolean cancelRequested,

        @Schema(allowableValues = {"ALL_ENDED", "BUDGET_SPENT", "CANCELLED"}) @Nullable
        String endReason,

        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long seed,
        JsonNode plan,
        BudgetView budget,
        int parallel,

        @Schema(allowableValues = {"FIXED", "STOPS_EARLY"}) String sampling,

        CountsView counts,
        double share,
        LedgerView.Cost cost,
        @Nullable Double etaSeconds,
        @Nullable EstimateView estimate,
        @Nullable List<FieldProblem> problems) {

    /** What all runs together may spend; null: unlimited. */
    @Schema(name = "EvaluationBudget")
    record BudgetView(@Nullable Long tokens, @Nullable BigDecimal dollars) {}

    /**
     * How far it is.
     *
     * @param resolved members by the outcome of their latest attempt that ended; so are the rest up to cancelled
     * @param samples of all attempts that ended
     */
    @Schema(name = "EvaluationCounts")
    record CountsView(
            int instances,
            int waiting,
            int running,
            int ended,
            int resolved,
            int unresolved,
            int inconclusive,
            int unsound,
            int fault,
            int cancelled,
            long samples,
            long attempts) {}

    /** From what earlier evaluations took; null: unknown. */
    @Schema(name = "Estimate")
    record EstimateView(
            @Nullable RangeView seconds,
            @Nullable RangeView dollars,
            @Nullable RangeView tokens,
            String from) {}

    /** From a low to a high value. */
    @Schema(name = "Range")
    record RangeView(double low, double high) {}
}
