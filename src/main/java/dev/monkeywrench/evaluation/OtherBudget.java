package dev.monkeywrench.evaluation;

import dev.monkeywrench.ledger.Budget;

/**
 * Limits that take the place of others. One that is not named stays as it is; one that is named and empty is lifted.
 *
 * @param limits of what is named
 */
public record OtherBudget(boolean namesTokens, boolean namesDollars, Budget limits) {

    static final OtherBudget NONE = new OtherBudget(false, false, Budget.unlimited());

    boolean namesAny() {
        return namesTokens || namesDollars;
    }

    Budget after(Budget before) {
        return new Budget(
                namesTokens ? limits.tokens() : before.tokens(), namesDollars ? limits.dollars() : before.dollars());
    }
}
