package dev.monkeywrench.solver;

import java.util.Optional;

/** Meets infrastructure faults with another try, and tells of each. */
record Retrying(Patience patience, Pause pause, SolveListener listener) {

    /** Waits before the next try of a step that failed for this reason; false when there is none left. */
    boolean again(String step, int triesMade, Optional<String> fault) throws InterruptedException {
        if (fault.isEmpty() || triesMade >= patience.tries()) {
            return false;
        }
        listener.retrying(step, triesMade, fault.get());
        pause.of(patience.pauseAfter(triesMade));
        return true;
    }
}
