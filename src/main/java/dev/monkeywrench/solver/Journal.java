package dev.monkeywrench.solver;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.verification.Baseline;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has done so far, kept so that a killed one goes on at the first missing step. Thread-safe.
 *
 * <p>Each {@code record…} call is one transaction: the step and what it cost are kept together or not at all. A step
 * that is recorded already is not recorded again, and its cost is not added again.
 */
public interface Journal {

    Optional<Prepared> prepared();

    void recordPrepared(Prepared prepared, List<Entry> cost);

    /** Drawn samples and exhausted arms, by sample index. Drafted samples are not compared with each other. */
    Map<Integer, DrawOutcome> draws();

    void recordDraws(List<DrawOutcome> outcomes, List<Entry> cost);

    /** The verdicts so far. */
    Map<PatchDigest, Verdict> verdicts();

    void recordVerification(PatchDigest digest, Verification verification, List<Entry> cost);

    /** Cost of a step that came to nothing: an infrastructure fault, a call cut short. */
    void recordLoss(List<Entry> cost);

    /** All that was booked so far. */
    List<Entry> entries();

    /** What the baseline and the visible tests said. */
    record Prepared(Baseline baseline, FaultEvidence evidence) {}
}
