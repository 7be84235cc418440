package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.run.RunId;
import java.util.Optional;

/**
 * One instance of an evaluation.
 *
 * @param ordinal its place in the suite, from 0
 * @param attempts that began
 * @param run of the latest attempt that began
 * @param cap what the run of the latest attempt may spend
 * @param landed what came of the latest attempt that ended; it stays until the next one lands
 */
public record Member(
        EvaluationId evaluation,
        int ordinal,
        InstanceId instanceId,
        MemberState state,
        int attempts,
        Optional<RunId> run,
        Budget cap,
        Optional<Landed> landed) {

    /** With its next attempt at work. */
    public Member begun(RunId next, Budget allowed) {
        return new Member(
                evaluation, ordinal, instanceId, MemberState.RUNNING, attempts + 1, Optional.of(next), allowed, landed);
    }
}
