package dev.monkeywrench.solver;

import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.verification.Verdict;

/**
 * Hears what happens while an instance is solved; what it does must be quick. Samples are told in order of their index;
 * retries come from the thread they happen on, at any time.
 *
 * <p>A resumed run tells its story again from the first sample: who keeps it, keeps each sample's part once.
 */
public interface SolveListener {

    /** The baseline is there; drawing begins. */
    void prepared(Journal.Prepared prepared);

    /**
     * The infrastructure failed a step, which is tried again after a pause.
     *
     * @param step as the ledger calls it
     * @param tries made so far
     * @param reason may quote what others wrote
     */
    void retrying(String step, int tries, String reason);

    /** A sample was drawn, drafted ones that repeat an earlier one already told apart as duplicates. */
    void sampled(Sample sample);

    /** A drafted sample was judged. */
    void judged(Sample.Drafted sample, Verdict verdict);
}
