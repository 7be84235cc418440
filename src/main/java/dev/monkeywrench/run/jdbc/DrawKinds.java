package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;

/** The words under which outcomes of draws are found in the table. */
final class DrawKinds {

    private DrawKinds() {}

    static String of(DrawOutcome outcome) {
        return switch (outcome) {
            case DrawOutcome.Drawn drawn -> of(drawn.sample());
            case DrawOutcome.Exhausted exhausted -> "EXHAUSTED";
            case DrawOutcome.Unavailable fault ->
                throw new IllegalArgumentException("A draw that could not be made is not recorded");
        };
    }

    private static String of(Sample sample) {
        return switch (sample) {
            case Sample.Drafted drafted -> "DRAFTED";
            case Sample.Malformed malformed -> "MALFORMED";
            case Sample.Empty empty -> "EMPTY";
            case Sample.Duplicate duplicate -> "DUPLICATE";
        };
    }
}
