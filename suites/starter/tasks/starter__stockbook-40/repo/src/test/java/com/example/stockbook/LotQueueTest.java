package com.example.stockbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LotQueueTest {

    private final LotQueue queue = new LotQueue();

    private static Lot lot(int day, int quantity, String price) {
        return new Lot(LocalDate.of(2025, 1, day), quantity, new BigDecimal(price));
    }

    @Test
    void takesTheOldestFirst() {
        queue.add(lot(9, 5, "2.00"));
        queue.add(lot(3, 4, "1.00"));
        assertEquals(List.of(lot(3, 4, "1.00"), lot(9, 2, "2.00")), queue.take(6));
        assertEquals(List.of(lot(9, 3, "2.00")), queue.lots());
    }

    @Test
    void takesWholeLotsExactly() {
        queue.add(lot(1, 4, "1.00"));
        queue.add(lot(2, 4, "1.00"));
        assertEquals(List.of(lot(1, 4, "1.00")), queue.take(4));
        assertEquals(4, queue.quantity());
    }

    @Test
    void joinsLotsOfTheSameDayAndPrice() {
        queue.add(lot(1, 4, "1.00"));
        queue.add(lot(1, 2, "1.0"));
        queue.add(lot(1, 1, "1.10"));
        assertEquals(2, queue.lots().size());
        assertEquals(7, queue.quantity());
    }

    @Test
    void addsUpValues() {
        queue.add(lot(1, 4, "1.25"));
        queue.add(lot(2, 1, "3.00"));
        assertEquals(new BigDecimal("8.00"), queue.value());
    }

    @Test
    void refusesEmptyLots() {
        assertThrows(IllegalArgumentException.class, () -> lot(1, 0, "1.00"));
    }
}
