package dev.monkeywrench.ledger;

import java.math.BigDecimal;

/** Part of a budget set aside for one call; closing it gives back what was set aside, once the real cost is booked. */
final class Reservation implements AutoCloseable {

    private final Meter meter;
    private final long tokens;
    private final BigDecimal dollars;

    Reservation(Meter meter, long tokens, BigDecimal dollars) {
        this.meter = meter;
        this.tokens = tokens;
        this.dollars = dollars;
    }

    @Override
    public void close() {
        meter.release(tokens, dollars);
    }
}
