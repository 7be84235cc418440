package dev.monkeywrench.sandbox.reuse;

import java.time.Duration;

/**
 * How long sandboxes are kept.
 *
 * @param most waiting at a time, over all templates
 * @param idle after which one that waits is closed
 * @param uses after which one is closed, whatever its state
 */
public record ReuseTerms(int most, Duration idle, int uses) {

    public ReuseTerms {
        if (most < 1 || uses < 1 || idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("At least one sandbox is kept, for a positive time and one use");
        }
    }
}
