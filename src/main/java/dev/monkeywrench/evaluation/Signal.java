package dev.monkeywrench.evaluation;

import dev.monkeywrench.run.RunId;

/** Something that a steward is told of, to act on it soon; what it misses it finds when it looks at all by itself. */
sealed interface Signal {

    /** A run has ended; it may belong to no evaluation. */
    record Ended(RunId run) implements Signal {}

    /** Something of an evaluation has changed. */
    record Changed(EvaluationId evaluation) implements Signal {}

    /** There is nothing more to wait for. */
    record Stop() implements Signal {}
}
