package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.evaluation.statistics.SampleCounts.FixedN;
import dev.monkeywrench.instance.InstanceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The counts of a whole suite, each instance once, none of them stopped early: the only food of estimators of pass@k. */
public record FixedCounts(List<FixedN> all) {

    public FixedCounts {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("There are no instances to estimate from; evaluate at least one");
        }
        Set<InstanceId> seen = new HashSet<>();
        for (FixedN counts : all) {
            if (!seen.add(counts.instance())) {
                throw new IllegalArgumentException(
                        counts.instance() + " is counted twice; add up the samples of an instance first");
            }
        }
    }

    /**
     * Takes counts of either kind.
     *
     * @throws IllegalArgumentException when one was stopped early, naming it
     */
    public static FixedCounts of(Collection<? extends SampleCounts> counts) {
        List<FixedN> fixed = new ArrayList<>();
        for (SampleCounts one : counts) {
            switch (one) {
                case FixedN settled -> fixed.add(settled);
                case SampleCounts.StoppedEarly stopped ->
                    throw new IllegalArgumentException(
                            "%s stopped early after %d samples, which biases every estimate of pass@k; evaluate with a fixed number of samples"
                                    .formatted(stopped.instance(), stopped.samples()));
            }
        }
        return new FixedCounts(fixed);
    }

    public int size() {
        return all.size();
    }

    /** Of the instance with the fewest: the largest k at which pass@k is defined for all. */
    public int fewestSamples() {
        return all.stream().mapToInt(FixedN::samples).min().orElseThrow();
    }

    /** Share of instances with at least one resolved sample. */
    public double coverage() {
        return all.stream().filter(counts -> counts.resolved() > 0).count() / (double) size();
    }
}
