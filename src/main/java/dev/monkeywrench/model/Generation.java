package dev.monkeywrench.model;

import java.time.Duration;
import java.util.List;

/** What came of one call of a model. */
public sealed interface Generation {

    /** Tokens the server reported, whatever became of the call. */
    TokenUsage usage();

    /** From the call to its end, queueing at the server included. */
    Duration elapsed();

    /**
     * The server answered. There can be more or fewer completions than were asked for.
     *
     * @param computed time the server says it computed; zero where it does not say
     * @param server its name and version, and the model's digest, where it tells
     */
    record Completed(List<Completion> completions, TokenUsage usage, Duration elapsed, Duration computed, String server)
            implements Generation {

        public Completed {
            completions = List.copyOf(completions);
        }
    }

    /**
     * The server could not be used: an infrastructure fault, never the sample's.
     *
     * @param retryable whether the same call may go through later
     * @param message names the server, what it said, and the remedy
     */
    record Unavailable(boolean retryable, String message, TokenUsage usage, Duration elapsed) implements Generation {}
}
