package dev.monkeywrench.evaluation.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * One sample, as a report needs it.
 *
 * @param arm model and parameters, in words
 * @param outcome of a duplicate: that of the patch it repeats
 * @param dollars empty: unknown
 * @param waiting for a model or a sandbox to be free
 */
public record EvaluatedSample(
        String arm,
        Outcome outcome,
        boolean duplicate,
        Optional<BigDecimal> dollars,
        Duration drawing,
        Duration waiting,
        Duration verifying) {

    boolean isResolved() {
        return outcome == Outcome.RESOLVED;
    }
}
