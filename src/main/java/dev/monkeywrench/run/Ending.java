package dev.monkeywrench.run;

import dev.monkeywrench.search.StopReason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a run ended.
 *
 * @param lastSampleIndex of the sample that ended it; what was in flight beyond is not counted. Empty: all count
 * @param passing best first; empty where the run did not go to its end, and what passed is then told from its verdicts
 */
public record Ending(
        RunState state,
        Optional<StopReason> reason,
        Optional<RunProblem> problem,
        Counts counts,
        OptionalInt lastSampleIndex,
        List<Passing> passing) {

    public Ending {
        passing = List.copyOf(passing);
        if (!state.isFinal()) {
            throw new IllegalArgumentException("A run does not end in state " + state);
        }
    }

    /** It was stopped by its user. */
    public static Ending cancelled(Counts counts) {
        return new Ending(
                RunState.CANCELLED,
                Optional.of(StopReason.CANCELLED),
                Optional.empty(),
                counts,
                OptionalInt.empty(),
                List.of());
    }

    static Ending failed(RunProblem problem, Counts counts) {
        return new Ending(
                RunState.FAILED, Optional.empty(), Optional.of(problem), counts, OptionalInt.empty(), List.of());
    }
}
