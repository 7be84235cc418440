package dev.monkeywrench.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run cost, split by what it was good for.
 *
 * @param byWorth every worth is there; they add up to {@code total}
 * @param tariff the day of the newest prices used; empty without a tariff
 */
public record Bill(Totals total, Map<Worth, Totals> byWorth, Optional<LocalDate> tariff) {

    public Bill {
        byWorth = Map.copyOf(byWorth);
    }

    /**
     * Adds up entries.
     *
     * @param worthOf tells by its label what an entry was good for
     */
    public static Bill of(Collection<Entry> entries, Function<String, Worth> worthOf, Tariff tariff) {
        Map<Worth, Totals> byWorth = new EnumMap<>(Worth.class);
        for (Worth worth : Worth.values()) {
            byWorth.put(worth, Totals.ZERO);
        }
        for (Entry entry : entries) {
            Totals one = Totals.of(entry.charge(), tariff.price(entry));
            byWorth.merge(worthOf.apply(entry.label()), one, Totals::plus);
        }
        Totals total = byWorth.values().stream().reduce(Totals.ZERO, Totals::plus);
        return new Bill(total, byWorth, tariff.latest());
    }

    public Totals of(Worth worth) {
        return byWorth.getOrDefault(worth, Totals.ZERO);
    }
}
