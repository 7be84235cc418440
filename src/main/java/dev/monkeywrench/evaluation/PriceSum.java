package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.Counterfactual;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Prices added up; what is unknown is counted. Used by one thread. */
final class PriceSum {

    private static final int DIGITS = 6;

    private BigDecimal known = BigDecimal.ZERO;
    private int charges;
    private int unpriced;

    void add(Optional<BigDecimal> dollars) {
        charges++;
        known = known.add(dollars.orElse(BigDecimal.ZERO));
        unpriced += dollars.isEmpty() ? 1 : 0;
    }

    void add(Counterfactual.Price price, int of) {
        charges += of;
        known = known.add(price.known());
        unpriced += price.unpriced();
    }

    PriceSum plus(PriceSum other) {
        PriceSum sum = new PriceSum();
        sum.known = known.add(other.known);
        sum.charges = charges + other.charges;
        sum.unpriced = unpriced + other.unpriced;
        return sum;
    }

    /**
     * As it is told.
     *
     * @param whole whether all charges are known
     */
    PricedEvaluation.Part part(boolean whole) {
        BigDecimal dollars = known.setScale(DIGITS, RoundingMode.HALF_EVEN);
        return new PricedEvaluation.Part(whole && unpriced == 0 ? dollars : null, dollars, charges, unpriced);
    }
}
