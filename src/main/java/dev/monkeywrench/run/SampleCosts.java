package dev.monkeywrench.run;

import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.verification.Provenance;
import dev.monkeywrench.verification.Verification;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Splits the charges of a run among its samples, by the labels under which they were booked. Thread-safe. */
public final class SampleCosts {

    private final BiFunction<RunId, Collection<String>, List<Entry>> entries;
    private final Tariff tariff;

    /**
     * @param entries of a run under some labels
     */
    SampleCosts(BiFunction<RunId, Collection<String>, List<Entry>> entries, Tariff tariff) {
        this.entries = entries;
        this.tariff = tariff;
    }

    /**
     * What samples cost, by sample index, by today's tariff; one query for all of them.
     *
     * @param samples a page of them
     */
    public Map<Integer, SampleCost> of(RunId run, List<SampleRecord> samples) {
        Map<Integer, SampleCost> costs = new HashMap<>();
        Map<String, Integer> payers = new HashMap<>();
        for (SampleRecord sample : samples) {
            int index = sample.sampleIndex();
            costs.put(index, SampleCost.nothing(judging(sample)));
            payers.put("draw-" + index, index);
            if (sample.kind() == SampleKind.DRAFTED) {
                sample.digest().map(PatchDigest::value).ifPresent(digest -> payers.put("verify-" + digest, index));
            }
        }
        for (Entry entry : entries.apply(run, payers.keySet())) {
            Optional.ofNullable(payers.get(entry.label()))
                    .ifPresent(index -> costs.computeIfPresent(index, (same, cost) -> cost.plus(entry, tariff)));
        }
        return costs;
    }

    private static Judging judging(SampleRecord sample) {
        if (sample.verification().isEmpty()) {
            return Judging.NONE;
        }
        if (sample.kind() == SampleKind.DUPLICATE) {
            return Judging.SHARED;
        }
        boolean cached = sample.verification()
                .flatMap(Verification::provenance)
                .filter(Provenance::cached)
                .isPresent();
        return cached ? Judging.CACHED : Judging.OWN;
    }
}
