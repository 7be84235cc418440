package com.example.stockbook;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Pieces that came in together at one price. */
public record Lot(LocalDate received, int quantity, BigDecimal unitPrice) {

    public Lot {
        if (quantity <= 0) {
            throw new IllegalArgumentException("a lot holds at least one piece, not " + quantity);
        }
        if (unitPrice.signum() < 0) {
            throw new IllegalArgumentException("a price is not negative: " + unitPrice);
        }
    }

    Lot withQuantity(int other) {
        return new Lot(received, other, unitPrice);
    }

    public BigDecimal value() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
