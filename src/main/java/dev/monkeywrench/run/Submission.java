package dev.monkeywrench.run;

import dev.monkeywrench.instance.FieldProblem;
import java.time.Duration;
import java.util.List;

/** What came of submitting a run. */
public sealed interface Submission {

    /** It is kept and queued, now or by an earlier request with the same key. */
    record Accepted(Run run) implements Submission {}

    /**
     * Something in it is wrong.
     *
     * @param problems all that were found; never empty
     */
    record Refused(List<FieldProblem> problems) implements Submission {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** The key was used for another request. */
    record KeyReused() implements Submission {}

    /** A request with the same key is being taken in. */
    record KeyInFlight() implements Submission {}

    /** Too many runs wait already. */
    record QueueFull(long queued, Duration retryAfter) implements Submission {}
}
