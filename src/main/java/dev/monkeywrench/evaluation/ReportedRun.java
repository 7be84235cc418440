package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One run of an evaluation, for a report.
 *
 * @param stopsEarly whether it was to end once enough had passed: such runs say nothing of coverage
 * @param dollars of all its charges; empty: unknown
 * @param selected digest of the patch that the run ranks first of those that passed; empty where none did, or an earlier
 *     version wrote it down
 */
public record ReportedRun(
        InstanceId instance,
        String repository,
        boolean stopsEarly,
        List<ReportedSample> samples,
        Optional<BigDecimal> dollars,
        Optional<String> selected) {

    private static final Set<String> EARLY = Set.of("ENOUGH_PASSED", "BUDGET_SPENT", "TIME_OVER", "CANCELLED");

    public ReportedRun {
        samples = List.copyOf(samples);
    }

    public ReportedRun(
            InstanceId instance,
            String repository,
            boolean stopsEarly,
            List<ReportedSample> samples,
            Optional<BigDecimal> dollars) {
        this(instance, repository, stopsEarly, samples, dollars, Optional.empty());
    }

    /** Whether the number of samples of a run that ended so hung on what came out or what it cost. */
    public static boolean isEarly(String stopReason) {
        return EARLY.contains(stopReason);
    }
}
