package dev.monkeywrench.evaluation;

import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.ledger.Totals;
import java.math.BigDecimal;
import java.util.OptionalLong;

/** What is counted against an evaluation's budget: what was spent, or, where that is unknown, what could have been. */
public record Charged(long tokens, BigDecimal dollars) {

    public static final Charged NOTHING = new Charged(0, BigDecimal.ZERO);

    static Charged of(Totals cost, Budget cap) {
        OptionalLong prompt = cost.promptTokens();
        OptionalLong completion = cost.completionTokens();
        long tokens = prompt.isPresent() && completion.isPresent()
                ? prompt.getAsLong() + completion.getAsLong()
                : cap.tokens().orElse(0);
        return new Charged(tokens, cost.dollars().or(cap::dollars).orElse(BigDecimal.ZERO));
    }

    /** All that a cap allows. */
    public static Charged whole(Budget cap) {
        return new Charged(cap.tokens().orElse(0), cap.dollars().orElse(BigDecimal.ZERO));
    }

    public Charged plus(Charged other) {
        return new Charged(tokens + other.tokens, dollars.add(other.dollars));
    }
}
