package dev.monkeywrench.rest;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.run.Counts;
import dev.monkeywrench.verification.TestStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is shown.
 *
 * @param passing best first, here and in {@code verdicts}
 * @param ledger absent from lists
 */
@Schema(name = "Run")
record RunView(
        String id,
        String instanceId,

        @Schema(allowableValues = {"QUEUED", "RUNNING", "COMPLETED", "CANCELLED", "FAILED"})
        String state,

        @Nullable String stopReason,
        boolean resolved,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String sandbox,
        long seed,
        Counts counts,
        @Nullable BaselineView baseline,
        @Nullable List<PassingView> passing,
        @Nullable List<VerdictView> verdicts,
        @Nullable LedgerView ledger,
        @Nullable ProblemView problem) {

    /** What the unpatched tree does. */
    @Schema(name = "Baseline")
    record BaselineView(
            List<String> failToPass,
            List<String> passToPass,
            List<String> contradictions,
            double seconds,
            boolean cached,
            @Nullable ProvenanceView from,
            @Nullable FlakinessView flakiness) {}

    /** A patch that passed. */
    @Schema(name = "Passing")
    record PassingView(String digest, int votes, int firstSampleIndex, String diff) {}

    /** The verdict of a patch that passed, with its tests. */
    @Schema(name = "Verdict")
    record VerdictView(
            String digest,
            String verdict,
            double seconds,
            boolean cached,
            @Nullable ProvenanceView from,
            List<String> evidence,
            @Nullable TrialsView trials,
            Map<String, TestStatus> tests) {}

    /** Why a run failed: as the problem a request would have been refused with. */
    @Schema(name = "Problem")
    record ProblemView(
            String type,
            String title,
            int status,
            String detail,
            List<FieldProblem> errors,
            @Nullable String log) {}
}
