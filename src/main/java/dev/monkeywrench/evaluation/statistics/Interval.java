package dev.monkeywrench.evaluation.statistics;

/**
 * Where a quantity lies.
 *
 * @param confidence as a share, 0.95 for 95 %
 */
public record Interval(double low, double high, double confidence) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("An interval from %s to %s is none".formatted(low, high));
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
