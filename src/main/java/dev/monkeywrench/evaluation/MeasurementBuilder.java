package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.FixedCounts;
import dev.monkeywrench.evaluation.statistics.SampleCounts;
import dev.monkeywrench.instance.InstanceId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds up the runs of an evaluation, one at a time, into what a plan takes from it. Used by one thread. */
final class MeasurementBuilder {

    private final List<SampleCounts> counts = new ArrayList<>();
    private Optional<BigDecimal> dollars = Optional.of(BigDecimal.ZERO);
    private int unjudged;

    /**
     * Adds what is known of an instance.
     *
     * @param drawn empty where no sample was
     * @param cost of its runs; empty: unknown
     */
    void add(InstanceId instance, Optional<SampleCounts> drawn, Optional<BigDecimal> cost) {
        drawn.ifPresentOrElse(counts::add, () -> unjudged++);
        dollars = dollars.flatMap(sum -> cost.map(sum::add));
    }

    /** An instance of which nothing has ended yet. */
    void waits() {
        unjudged++;
    }

    Measurement build() {
        if (counts.isEmpty()) {
            return new Measurement.Useless("has no samples", "Wait until it has drawn some, or name another");
        }
        try {
            FixedCounts fixed = FixedCounts.of(counts);
            if (fixed.all().stream().noneMatch(one -> one.samples() > 1)) {
                return new Measurement.Useless(
                        "has one sample of each instance, which says nothing about the second",
                        "Evaluate with 2 samples or more; 10 or more make a forecast worth something");
            }
            long samples = fixed.all().stream().mapToLong(one -> one.samples()).sum();
            return new Measurement.Counted(
                    fixed.all().stream()
                            .map(one -> new Measurement.Tally(one.instance().value(), one.samples(), one.resolved()))
                            .toList(),
                    dollars.map(all -> all.divide(BigDecimal.valueOf(samples), MathContext.DECIMAL64)),
                    unjudged);
        } catch (IllegalArgumentException e) {
            return new Measurement.Useless(
                    "is no base for a plan: " + e.getMessage(),
                    "Evaluate with a fixed number of samples, stopAfter 0, and no budget that ends runs");
        }
    }
}
