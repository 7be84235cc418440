package dev.monkeywrench.search;

import dev.monkeywrench.sampling.Draw;
import java.util.List;

/** A strategy's answer to "what next". */
public sealed interface Ask {

    /** Draws to be made, of one arm, in order of sample index; never empty. */
    record Next(List<Draw> draws) implements Ask {

        public Next {
            draws = List.copyOf(draws);
        }
    }

    /** Nothing until something in flight has been told. */
    record Wait() implements Ask {}

    /** No further draw. */
    record Finished(StopReason reason) implements Ask {}
}
