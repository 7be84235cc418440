package dev.monkeywrench.solver;

import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.verification.Verdict;

/**
 * Hears what happens while an instance is solved, in order of sample index; what it does must be quick.
 *
 * <p>A resumed run tells its story again from the first sample: who keeps it, keeps each sample's part once.
 */
public interface SolveListener {

    /** The baseline is there; drawing begins. */
    void prepared(Journal.Prepared prepared);

    /** A sample was drawn, drafted ones that repeat an earlier one already told apart as duplicates. */
    void sampled(Sample sample);

    /** A drafted sample was judged. */
    void judged(Sample.Drafted sample, Verdict verdict);
}
