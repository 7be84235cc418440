package dev.monkeywrench.evaluation.report;

import dev.monkeywrench.run.Judging;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * One sample, as a report needs it. What is empty is unknown, or not measured.
 *
 * @param arm model and parameters, in words
 * @param outcome of a duplicate: that of the patch it repeats
 * @param drawing calls of models, with the pauses before they were repeated
 * @param waiting for a place at a model server and for sandboxes to be open
 * @param verifying that sandboxes were held
 * @param judging whose verdict it is, and so who paid for it
 * @param use of a model; empty where none was called, or it is unknown
 */
public record EvaluatedSample(
        String arm,
        Outcome outcome,
        boolean duplicate,
        Optional<BigDecimal> dollars,
        Optional<Duration> drawing,
        Optional<Duration> waiting,
        Duration verifying,
        Optional<Judging> judging,
        Optional<ModelUse> use) {

    boolean isResolved() {
        return outcome == Outcome.RESOLVED;
    }
}
