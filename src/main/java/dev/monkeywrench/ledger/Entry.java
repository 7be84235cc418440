package dev.monkeywrench.ledger;

import java.time.Instant;

/**
 * A charge, booked.
 *
 * @param label what it was for: {@code prepare}, {@code observe}, {@code draw-17} or {@code verify-<digest>}
 */
public record Entry(String label, Charge charge, Instant at) {}
