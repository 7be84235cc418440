package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One run of an evaluation, for a report.
 *
 * @param stopsEarly whether it was to end once enough had passed: such runs say nothing of coverage
 * @param dollars of all its charges; empty: unknown
 */
public record ReportedRun(
        InstanceId instance,
        String repository,
        boolean stopsEarly,
        List<ReportedSample> samples,
        Optional<BigDecimal> dollars) {

    public ReportedRun {
        samples = List.copyOf(samples);
    }
}
