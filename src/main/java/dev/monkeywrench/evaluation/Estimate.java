package dev.monkeywrench.evaluation;

import java.util.Optional;

/**
 * What an evaluation is expected to take, from what earlier ones took. What is not known is empty, never 0.
 *
 * @param seconds from begin to end
 * @param from what was looked at, in words
 */
public record Estimate(Optional<Range> seconds, Optional<Range> dollars, Optional<Range> tokens, String from) {

    /** From a low to a high value. */
    public record Range(double low, double high) {}

    static Estimate unknown(String why) {
        return new Estimate(Optional.empty(), Optional.empty(), Optional.empty(), why);
    }
}
