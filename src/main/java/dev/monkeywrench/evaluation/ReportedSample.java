package dev.monkeywrench.evaluation;

import dev.monkeywrench.run.VerdictKind;
import java.time.Duration;
import java.util.Optional;

/**
 * One sample of a run, for a report.
 *
 * @param arm model and parameters, in words
 * @param digest of its patch; empty where it holds none
 * @param duplicate whether an earlier sample of the run holds the same patch
 * @param verdict on its patch; empty for none, and for duplicates, which have that of the patch they repeat
 * @param verifying in the sandbox, in the run of the tests that decided
 * @param cost empty where an earlier version wrote it down
 */
public record ReportedSample(
        String arm,
        Optional<String> digest,
        boolean duplicate,
        Optional<VerdictKind> verdict,
        Duration verifying,
        Optional<ReportedCost> cost) {

    public ReportedSample(
            String arm, Optional<String> digest, boolean duplicate, Optional<VerdictKind> verdict, Duration verifying) {
        this(arm, digest, duplicate, verdict, verifying, Optional.empty());
    }
}
