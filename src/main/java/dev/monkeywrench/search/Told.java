package dev.monkeywrench.search;

import dev.monkeywrench.sampling.Arm;

/** What a strategy learns, in order of sample index. */
public sealed interface Told {

    int sampleIndex();

    /** The sample's candidate was judged; a duplicate shares the verdict of the first that drew it. */
    record Judged(int sampleIndex, Arm arm, boolean passed, boolean distinct) implements Told {}

    /** The sample holds no candidate. */
    record Unusable(int sampleIndex, Arm arm) implements Told {}

    /** The arm has nothing left; no sample came of the draw. */
    record ArmExhausted(int sampleIndex, Arm arm) implements Told {}
}
