package dev.monkeywrench.solver;

import dev.monkeywrench.search.StopReason;
import dev.monkeywrench.selection.Ranking;

/** How solving one instance ended. */
public sealed interface Solution {

    /**
     * It was searched to the plan's end.
     *
     * @param samples how many were drawn, up to and including the one that ended it
     * @param lastSampleIndex that one's index, -1 when there was none: what the journal holds beyond it was in flight
     *     when the search ended, and is not counted
     * @param passing what passed, best first
     */
    record Searched(StopReason reason, int samples, int lastSampleIndex, Ranking passing) implements Solution {}

    /** The instance is at fault: its tests cannot be run or belie its own claims. */
    record Unsound(String field, String message, String log) implements Solution {}

    /** An infrastructure fault before the first sample, after retries. */
    record Unavailable(String message, boolean retryable) implements Solution {}
}
