package dev.monkeywrench.evaluation;

import dev.monkeywrench.ledger.Budget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is left of an evaluation's budget. What running members may still spend is reserved, so that members which run
 * side by side cannot overrun together.
 */
final class Allowance {

    private static final int DOLLAR_DIGITS = 6;

    private final Budget budget;
    private final Charged taken;

    /**
     * @param taken charged already or reserved by members that run
     */
    Allowance(Budget budget, Charged taken) {
        this.budget = budget;
        this.taken = taken;
    }

    /**
     * What the next member may spend: an equal part of the rest for each that may begin, and no more than its plan
     * allows. Empty when nothing is left.
     *
     * @param own the plan's budget of one run
     * @param among members that may begin now, this one included
     */
    Optional<Budget> share(Budget own, int among) {
        OptionalLong tokens = least(restTokens(), own.tokens(), among);
        Optional<BigDecimal> dollars =
                restDollars().map(rest -> rest.divide(BigDecimal.valueOf(among), DOLLAR_DIGITS, RoundingMode.DOWN));
        Optional<BigDecimal> cap = own.dollars()
                .map(limit -> dollars.map(limit::min).orElse(limit))
                .or(() -> dollars);
        boolean left = tokens.orElse(1) > 0 && cap.map(BigDecimal::signum).orElse(1) > 0;
        return left ? Optional.of(new Budget(tokens, cap)) : Optional.empty();
    }

    private static OptionalLong least(OptionalLong rest, OptionalLong own, int among) {
        if (rest.isEmpty()) {
            return own;
        }
        return OptionalLong.of(Math.min(rest.getAsLong() / among, own.orElse(Long.MAX_VALUE)));
    }

    private OptionalLong restTokens() {
        return budget.tokens().isPresent()
                ? OptionalLong.of(budget.tokens().getAsLong() - taken.tokens())
                : OptionalLong.empty();
    }

    private Optional<BigDecimal> restDollars() {
        return budget.dollars().map(all -> all.subtract(taken.dollars()));
    }

    /** Whether the rest is less than what one of so many samples took. */
    boolean isLessThanOneOf(Charged spent, int samples) {
        if (samples == 0) {
            return true;
        }
        return restTokens().orElse(Long.MAX_VALUE) < spent.tokens() / samples
                || restDollars()
                        .filter(rest ->
                                rest.multiply(BigDecimal.valueOf(samples)).compareTo(spent.dollars()) < 0)
                        .isPresent();
    }

    /** Whether what was charged and reserved keeps to the budget. */
    boolean isKept() {
        return restTokens().orElse(0) >= 0
                && restDollars().map(BigDecimal::signum).orElse(0) >= 0;
    }
}
