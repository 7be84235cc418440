package dev.monkeywrench.ledger;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run may spend; what is empty is unlimited. Reserved before a call and settled after it.
 *
 * @param tokens prompt and completion together
 * @param dollars by the tariff; a model whose price is unknown cannot be drawn from under this limit
 */
public record Budget(OptionalLong tokens, Optional<BigDecimal> dollars) {

    public Budget {
        if (tokens.isPresent() && tokens.getAsLong() < 1) {
            throw new IllegalArgumentException("A token budget is at least 1");
        }
        if (dollars.isPresent() && dollars.get().signum() <= 0) {
            throw new IllegalArgumentException("A dollar budget is more than 0");
        }
    }

    public static Budget unlimited() {
        return new Budget(OptionalLong.empty(), Optional.empty());
    }

    /** Whether it allows more than another of one thing, and no less of any. */
    public boolean goesBeyond(Budget other) {
        int byTokens = byTokens(other);
        int byDollars = byDollars(other);
        return byTokens >= 0 && byDollars >= 0 && byTokens + byDollars > 0;
    }

    private int byTokens(Budget other) {
        return Long.compare(tokens.orElse(Long.MAX_VALUE), other.tokens.orElse(Long.MAX_VALUE));
    }

    private int byDollars(Budget other) {
        if (dollars.isEmpty() || other.dollars.isEmpty()) {
            return Boolean.compare(dollars.isEmpty(), other.dollars.isEmpty());
        }
        return dollars.get().compareTo(other.dollars.get());
    }
}
