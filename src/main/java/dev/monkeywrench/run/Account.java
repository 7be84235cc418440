package dev.monkeywrench.run;

import dev.monkeywrench.ledger.Bill;
import dev.monkeywrench.ledger.Worth;
import java.util.Map;

/**
 * What a run cost.
 *
 * @param samples how many were good for what
 * @param passing how many distinct patches passed
 */
public record Account(Bill bill, Map<Worth, Integer> samples, int passing) {

    public Account {
        samples = Map.copyOf(samples);
    }

    /** All samples. */
    public int allSamples() {
        return samples.values().stream().mapToInt(Integer::intValue).sum();
    }
}
