package dev.monkeywrench.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An instance of an evaluation as it is shown.
 *
 * @param ordinal its place in the suite, from 0
 * @param attempts that began
 * @param runId of the latest attempt that began
 * @param result of the latest attempt that ended; it stays until the next one lands
 */
@Schema(name = "EvaluationInstance")
record MemberView(
        int ordinal,
        String instanceId,

        @Schema(allowableValues = {"WAITING", "RUNNING", "ENDED"})
        String state,

        int attempts,
        @Nullable String runId,
        @Nullable ResultView result) {

    /**
     * What came of an attempt.
     *
     * @param stoppedEarly whether the number of samples hung on what came out
     * @param retryable whether a retry of the evaluation tries it again
     */
    @Schema(name = "EvaluationResult")
    record ResultView(
            int attempt,
            @Nullable String runId,

            @Schema(allowableValues = {"RESOLVED", "UNRESOLVED", "INCONCLUSIVE", "UNSOUND", "FAULT", "CANCELLED"})
            String outcome,

            int samples,
            int passed,
            int inconclusive,
            double seconds,
            @Nullable String stopReason,
            boolean stoppedEarly,
            boolean retryable,
            LedgerView.Cost cost,
            RunView.@Nullable ProblemView problem) {}
}
