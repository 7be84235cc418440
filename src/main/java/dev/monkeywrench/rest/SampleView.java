package dev.monkeywrench.rest;

import dev.monkeywrench.verification.TestStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sample as it is shown.
 *
 * @param cached whether the verdict was taken from an earlier run instead of running the tests
 * @param verdictFrom the run whose tests decided; {@code key} only where {@code include=key} asks for it
 * @param trials what all runs of its tests showed; absent where none was graded
 * @param tests only where {@code include=tests} asks for them
 * @param log only where {@code include=log} asks for it: hostile text
 * @param official only where {@code include=official} asks for it: what the official harness would say, with its log
 * @param cost only where {@code include=cost} asks for it
 */
@Schema(name = "Sample")
record SampleView(
        int sampleIndex,
        String kind,
        String arm,
        String origin,
        @Nullable String digest,
        @Nullable String verdict,
        @Nullable String reason,
        @Nullable Double seconds,
        @Nullable Boolean cached,
        @Nullable ProvenanceView verdictFrom,
        List<String> evidence,
        @Nullable TrialsView trials,
        @Nullable Map<String, TestStatus> tests,
        @Nullable String log,
        @Nullable OfficialView official,
        @Nullable SampleCostView cost) {}
