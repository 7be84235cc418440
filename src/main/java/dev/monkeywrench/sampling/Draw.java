package dev.monkeywrench.sampling;

/**
 * One draw to be made. A pure function of the plan: the same plan draws the same again.
 *
 * @param sampleIndex in the run, from 0
 * @param ordinal among the draws of its arm, from 0
 */
public record Draw(int sampleIndex, Arm arm, int ordinal, long seed) {

    /** What the ledger calls it. */
    public String label() {
        return "draw-" + sampleIndex;
    }
}
