package dev.monkeywrench.sandbox.ahead;

import java.time.Duration;

/**
 * How much is opened ahead.
 *
 * @param most that wait to be asked for at a time, of all templates together; 0: none
 * @param idle how long one waits before it is closed unused
 */
public record AheadTerms(int most, Duration idle) {

    public AheadTerms {
        if (most < 0 || !idle.isPositive()) {
            throw new IllegalArgumentException(
                    "What waits ahead has a number that is not negative and a positive time");
        }
    }
}
