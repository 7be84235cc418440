package dev.monkeywrench.sampling;

import java.util.List;

/**
 * The draws of one arm in one run. Thread-safe. A draw depends on its seed and ordinal alone, not on the draws made
 * before: a run that was killed draws the same again.
 */
public interface SampleSource {

    /** Makes the draws, all of this source's arm; one outcome each, in their order. Drafted samples are not compared. */
    List<DrawOutcome> draw(List<Draw> draws) throws InterruptedException;

    /** How many draws it likes to be given at once: more than one where they cost less together. */
    default int atOnce() {
        return 1;
    }
}
