package dev.monkeywrench.solver;

import dev.monkeywrench.search.StopReason;
import dev.monkeywrench.selection.Ranking;
import java.util.List;

/** How solving one instance ended. */
public sealed interface Solution {

    /**
     * It was searched to the plan's end.
     *
     * @param samples up to and including the one that ended it, in order; what was in flight beyond it is not counted
     * @param passing what passed, best first
     */
    record Searched(StopReason reason, List<Judged> samples, Ranking passing) implements Solution {

        public Searched {
            samples = List.copyOf(samples);
        }
    }

    /** The instance is at fault: its tests cannot be run or belie its own claims. */
    record Unsound(String field, String message, String log) implements Solution {}

    /** An infrastructure fault before the first sample, after retries. */
    record Unavailable(String message, boolean retryable) implements Solution {}
}
