package dev.monkeywrench.evaluation.statistics;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One row of a table of prices, as in Large Language Monkeys (arXiv 2407.21787, section 2.2): a model that attempts every
 * instance of a suite so many times.
 *
 * @param dollarsPerAttempt on average
 * @param resolved share of instances, with an oracle
 */
public record SuitePrice(String model, BigDecimal dollarsPerAttempt, int attempts, int instances, double resolved) {

    public SuitePrice {
        if (dollarsPerAttempt.signum() <= 0 || attempts < 1 || instances < 1 || !(resolved >= 0 && resolved <= 1)) {
            throw new IllegalArgumentException(model
                    + ": a price above 0, at least one attempt and instance, and a share of at most 1 are needed");
        }
    }

    public BigDecimal total() {
        return dollarsPerAttempt.multiply(BigDecimal.valueOf((long) attempts * instances));
    }

    /** How many times as dear as another. */
    public double relativeTo(SuitePrice other) {
        return total().divide(other.total(), MathContext.DECIMAL64).doubleValue();
    }
}
