package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.instance.InstanceId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one instance adds to a {@link Scorecard}.
 *
 * @param patches samples that were a patch at all
 * @param distinctPatches of those, duplicates once
 * @param dollars of all its charges; empty: unknown
 * @param flops of all its samples; empty: unknown, as where the model's shape is
 */
public record InstanceScore(
        SampleCounts counts,
        int patches,
        int distinctPatches,
        Selected selected,
        Optional<BigDecimal> dollars,
        OptionalDouble flops) {

    /** What became of the one patch that was selected without the oracle. */
    public enum Selected {
        RESOLVED,
        UNRESOLVED,
        /** Nothing was selected. */
        NONE
    }

    public InstanceScore {
        if (distinctPatches < 0 || patches < distinctPatches || counts.samples() < patches) {
            throw new IllegalArgumentException("%s: %d distinct of %d patches of %d samples is impossible"
                    .formatted(counts.instance(), distinctPatches, patches, counts.samples()));
        }
    }

    public InstanceId instance() {
        return counts.instance();
    }

    boolean isCovered() {
        return counts.resolved() > 0;
    }
}
