package dev.monkeywrench.run;

import dev.monkeywrench.ledger.Bill;
import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.ledger.Worth;
import dev.monkeywrench.solver.Worths;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Adds up what runs cost, by today's tariff. Thread-safe. */
final class Accounts {

    private final RunRecords records;
    private final Tariff tariff;

    Accounts(RunRecords records, Tariff tariff) {
        this.records = records;
        this.tariff = tariff;
    }

    /** What a run has cost so far. */
    Account of(RunId run) {
        Worths worths = new Worths();
        Map<Worth, Integer> samples = new EnumMap<>(Worth.class);
        int passing = 0;
        for (SampleOutline sample : records.outline(run)) {
            Optional<Worth> worth = tell(worths, sample);
            worth.ifPresent(known -> samples.merge(known, 1, Integer::sum));
            if (sample.kind() == SampleKind.DRAFTED && sample.verdict().equals(Optional.of(VerdictKind.PASSED))) {
                passing++;
            }
        }
        return new Account(Bill.of(records.entries(run), worths, tariff), samples, passing);
    }

    /** A draft that waits for its verdict is worth nothing known yet. */
    private static Optional<Worth> tell(Worths worths, SampleOutline sample) {
        String label = "draw-" + sample.sampleIndex();
        switch (sample.kind()) {
            case MALFORMED, EMPTY -> worths.unusable(label, Worth.MALFORMED);
            case DUPLICATE -> worths.unusable(label, Worth.DUPLICATE);
            case DRAFTED -> {
                if (sample.digest().isEmpty() || sample.verdict().isEmpty()) {
                    return Optional.empty();
                }
                worths.judged(label, sample.digest().get(), sample.verdict().get() == VerdictKind.PASSED);
            }
        }
        return Optional.of(worths.apply(label));
    }
}
