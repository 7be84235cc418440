package dev.monkeywrench.sampling;

/** What came of one draw. */
public sealed interface DrawOutcome {

    Draw draw();

    /** A sample; whether it is a duplicate is decided where all samples are known. */
    record Drawn(Sample sample) implements DrawOutcome {

        @Override
        public Draw draw() {
            return sample.draw();
        }
    }

    /** The sampler has nothing left that it has not drawn. */
    record Exhausted(Draw draw) implements DrawOutcome {}

    /** The model could not be used: an infrastructure fault; the draw may be made again. */
    record Unavailable(Draw draw, boolean retryable, String message) implements DrawOutcome {}
}
