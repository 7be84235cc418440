package dev.monkeywrench.search;

import dev.monkeywrench.sampling.Arm;

/** Chooses the arm of each sample. */
interface ArmPolicy {

    /** The arm of this sample index, whatever was told: a pure function, so that a resumed run chooses the same. */
    Arm armOf(int sampleIndex);
}
