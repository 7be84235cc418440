package dev.monkeywrench.evaluation;

import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.ledger.Totals;
import dev.monkeywrench.run.Counts;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunProblem;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of an attempt.
 *
 * @param attempt from 1
 * @param run empty where there was none: the row was refused when its turn came
 * @param time from the run's first begin to its end
 * @param stopReason the run's word; empty where it did not go to its end
 * @param retryable whether a further attempt may end otherwise: something was inconclusive or the infrastructure failed
 * @param problem without its log
 */
public record Landed(
        int attempt,
        Optional<RunId> run,
        MemberOutcome outcome,
        Counts counts,
        Totals cost,
        Duration time,
        Optional<String> stopReason,
        boolean retryable,
        Optional<RunProblem> problem) {

    /**
     * Whether its run was stopped by what an evaluation allowed it, and not by its plan.
     *
     * @param cap what the run could spend
     * @param own the plan's budget of one run
     */
    boolean isCutShort(Budget cap, Budget own) {
        return stopReason.filter("BUDGET_SPENT"::equals).isPresent() && !cap.equals(own);
    }

    /** Whether as many samples were drawn as the plan asks for. */
    public boolean isWhole() {
        return stopReason.filter("SAMPLES_DRAWN"::equals).isPresent();
    }
}
