package dev.monkeywrench.sampling;

/** A way of drawing patches. Thread-safe. */
public interface Sampler {

    /** As a plan names it, as in {@code mutation}. */
    String name();

    /** Makes ready for one run: retrieves, localises, builds what its draws share. */
    SampleSource prepare(SamplingBrief brief, Arm arm) throws InterruptedException;
}
