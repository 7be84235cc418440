package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.evaluation.statistics.SampleCounts.FixedN;
import dev.monkeywrench.instance.InstanceId;
import java.util.List;

/**
 * The samples of an instance in the order in which they were drawn, their number settled before.
 *
 * @param resolved one entry a sample
 */
public record SampleSequence(InstanceId instance, List<Boolean> resolved) {

    public SampleSequence {
        resolved = List.copyOf(resolved);
        if (resolved.isEmpty()) {
            throw new IllegalArgumentException(instance + " has no samples; draw at least one");
        }
    }

    public FixedN counts() {
        return first(resolved.size());
    }

    /** As if drawing had been settled to end after so many. */
    public FixedN first(int samples) {
        if (samples < 1 || samples > resolved.size()) {
            throw new IllegalArgumentException(
                    "%s has %d samples, not %d".formatted(instance, resolved.size(), samples));
        }
        int hits = (int) resolved.stream().limit(samples).filter(hit -> hit).count();
        return new FixedN(instance, samples, hits);
    }
}
