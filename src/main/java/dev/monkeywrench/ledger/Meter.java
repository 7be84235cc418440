package dev.monkeywrench.ledger;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Collects what one run uses, between the port where it is used and the journal where it is kept. Thread-safe.
 *
 * <p>Every entry comes out exactly once: with the step it belongs to, or, when that step came to nothing, with the rest.
 */
public final class Meter {

    private final InstantSource clock;
    private final Tariff tariff;
    private final Budget budget;
    private final List<Entry> pending = new ArrayList<>();
    private long tokensSpent;
    private long tokensReserved;
    private BigDecimal dollarsSpent = BigDecimal.ZERO;
    private BigDecimal dollarsReserved = BigDecimal.ZERO;
    private boolean refused;

    /**
     * Begins where an earlier life of the run ended.
     *
     * @param spent what was booked before
     */
    public Meter(InstantSource clock, Tariff tariff, Budget budget, List<Entry> spent) {
        this.clock = clock;
        this.tariff = tariff;
        this.budget = budget;
        spent.forEach(this::add);
    }

    /** Books a charge under a label; the entry waits to be taken. */
    synchronized void book(String label, Charge charge) {
        Entry entry = new Entry(label, charge, clock.instant());
        add(entry);
        pending.add(entry);
    }

    private void add(Entry entry) {
        tokensSpent += tokens(entry.charge());
        dollarsSpent = dollarsSpent.add(tariff.price(entry).orElse(BigDecimal.ZERO));
    }

    /** Takes the entries of one label, in the order they were booked. */
    public synchronized List<Entry> take(String label) {
        List<Entry> taken = new ArrayList<>();
        for (Iterator<Entry> entries = pending.iterator(); entries.hasNext(); ) {
            Entry entry = entries.next();
            if (entry.label().equals(label)) {
                taken.add(entry);
                entries.remove();
            }
        }
        return taken;
    }

    /** Takes whatever is left. */
    public synchronized List<Entry> takeRest() {
        List<Entry> rest = List.copyOf(pending);
        pending.clear();
        return rest;
    }

    /** Whether a call was refused because the budget does not cover it. */
    public synchronized boolean refused() {
        return refused;
    }

    /** Whether the budget is used up, reservations included. */
    public synchronized boolean spent() {
        boolean tokensOver = budget.tokens().isPresent()
                && tokensSpent + tokensReserved >= budget.tokens().getAsLong();
        boolean dollarsOver = budget.dollars().isPresent()
                && dollarsSpent.add(dollarsReserved).compareTo(budget.dollars().get()) >= 0;
        return tokensOver || dollarsOver;
    }

    /**
     * Sets aside what a call may cost at most, so that calls in parallel cannot overrun the budget together.
     *
     * @return empty when the budget does not allow it, or limits dollars and the price is unknown
     */
    synchronized Optional<Reservation> reserve(Charge.ModelCall worst) {
        long tokens = tokens(worst);
        Optional<BigDecimal> price = tariff.price(new Entry("reservation", worst, clock.instant()));
        BigDecimal dollars = price.orElse(BigDecimal.ZERO);
        boolean priceMissing = budget.dollars().isPresent() && price.isEmpty();
        if (priceMissing || exceeds(tokens, dollars)) {
            refused = true;
            return Optional.empty();
        }
        tokensReserved += tokens;
        dollarsReserved = dollarsReserved.add(dollars);
        return Optional.of(new Reservation(this, tokens, dollars));
    }

    private boolean exceeds(long tokens, BigDecimal dollars) {
        if (budget.tokens().isPresent()
                && tokensSpent + tokensReserved + tokens > budget.tokens().getAsLong()) {
            return true;
        }
        return budget.dollars().isPresent()
                && dollarsSpent
                                .add(dollarsReserved)
                                .add(dollars)
                                .compareTo(budget.dollars().get())
                        > 0;
    }

    synchronized void release(long tokens, BigDecimal dollars) {
        tokensReserved -= tokens;
        dollarsReserved = dollarsReserved.subtract(dollars);
    }

    private static long tokens(Charge charge) {
        return switch (charge) {
            case Charge.ModelCall call ->
                call.usage().prompt().orElse(0) + call.usage().completion().orElse(0);
            case Charge.SandboxUse use -> 0;
        };
    }
}
