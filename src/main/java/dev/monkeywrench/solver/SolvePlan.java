package dev.monkeywrench.solver;

import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.verification.VerificationPolicy;
import java.time.Duration;
import java.util.List;

/**
 * How one instance is to be solved.
 *
 * @param arms at least one, names distinct
 * @param given unified diffs for the arm whose sampler is {@code given}, judged in this order
 * @param samples drawn at most
 * @param stopAfter this many distinct passing candidates end the run; 0: never, all samples are drawn
 * @param seed of all that is drawn at random
 * @param wallTime of the whole run, queueing excluded
 * @param parallelDraws model calls or sampler draws in flight at most
 * @param parallelVerifications sandboxes of this run at most
 */
public record SolvePlan(
        List<Arm> arms,
        List<String> given,
        int samples,
        int stopAfter,
        long seed,
        Budget budget,
        Duration wallTime,
        VerificationPolicy verification,
        int parallelDraws,
        int parallelVerifications) {

    public static final int MOST_SAMPLES = 100_000;

    public SolvePlan {
        arms = List.copyOf(arms);
        given = List.copyOf(given);
        if (arms.isEmpty()) {
            throw new IllegalArgumentException("A plan has at least one arm");
        }
        if (arms.stream().map(Arm::name).distinct().count() != arms.size()) {
            throw new IllegalArgumentException("The arms of a plan have distinct names");
        }
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("A plan draws 1 to " + MOST_SAMPLES + " samples");
        }
        if (stopAfter < 0) {
            throw new IllegalArgumentException("A plan stops after 0 (never) or more passing candidates");
        }
        if (parallelDraws < 1 || parallelVerifications < 1) {
            throw new IllegalArgumentException("A plan draws and verifies at least one at a time");
        }
    }
}
