package com.example.stockbook;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One line of the journal; pieces that leave a location are negative. */
public record Movement(LocalDate date, Kind kind, String location, String item, int quantity, BigDecimal value) {

    /** What a movement was made for. */
    public enum Kind {
        RECEIPT,
        SHIPMENT,
        TRANSFER,
        CORRECTION
    }
}
