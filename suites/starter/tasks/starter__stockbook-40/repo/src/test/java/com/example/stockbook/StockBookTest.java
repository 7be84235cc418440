package com.example.stockbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.stockbook.Movement.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockBookTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final LocalDate FRIDAY = LocalDate.of(2025, 1, 10);

    private final StockBook book = new StockBook();

    @BeforeEach
    void receive() {
        book.receive(MONDAY, "north", "bolt", 10, new BigDecimal("1.00"));
        book.receive(FRIDAY, "north", "bolt", 10, new BigDecimal("1.50"));
    }

    @Test
    void shipsFirstInFirstOut() {
        assertEquals(new BigDecimal("13.00"), book.ship(FRIDAY, "north", "bolt", 12));
        assertEquals(8, book.onHand("north", "bolt"));
    }

    @Test
    void refusesToShipMoreThanThereIs() {
        StockException problem =
                assertThrows(StockException.class, () -> book.ship(FRIDAY, "north", "bolt", 21));
        assertEquals("only 20 of bolt at north available, not 21", problem.getMessage());
    }

    @Test
    void transferKeepsAgeAndPrice() {
        book.transfer(FRIDAY, "north", "south", "bolt", 4);
        assertEquals(1, book.lots("south", "bolt").size());
        assertEquals(MONDAY, book.lots("south", "bolt").get(0).received());
        assertEquals(new BigDecimal("25.00"), book.totalValue());
    }

    @Test
    void transferIsInTheJournalTwice() {
        book.transfer(FRIDAY, "north", "south", "bolt", 12);
        Movement out = book.journal().get(2);
        Movement in = book.journal().get(3);
        assertEquals(new Movement(FRIDAY, Kind.TRANSFER, "north", "bolt", -12, new BigDecimal("-13.00")), out);
        assertEquals(new Movement(FRIDAY, Kind.TRANSFER, "south", "bolt", 12, new BigDecimal("13.00")), in);
    }

    @Test
    void refusesToTransferToTheSamePlace() {
        assertThrows(StockException.class, () -> book.transfer(FRIDAY, "north", "north", "bolt", 1));
    }

    @Test
    void reservedPiecesAreNotAvailable() {
        book.reserve("A-1", "north", "bolt", 15);
        assertEquals(20, book.onHand("north", "bolt"));
        assertEquals(5, book.available("north", "bolt"));
        assertThrows(StockException.class, () -> book.ship(FRIDAY, "north", "bolt", 6));
    }

    @Test
    void fulfilsInParts() {
        book.reserve("A-1", "north", "bolt", 15);
        assertEquals(new BigDecimal("5.00"), book.fulfil(FRIDAY, "A-1", 5));
        assertEquals(15, book.onHand("north", "bolt"));
        assertEquals(5, book.available("north", "bolt"));
    }

    @Test
    void reservationCountsDownToTheEnd() {
        Reservation reservation = book.reserve("A-1", "north", "bolt", 8);
        book.fulfil(FRIDAY, "A-1", 3);
        assertEquals(5, reservation.open());
        book.fulfil(FRIDAY, "A-1", 5);
        assertTrue(reservation.isDone());
        assertThrows(StockException.class, () -> book.release("A-1"));
    }

    @Test
    void refusesToFulfilMoreThanIsOpen() {
        book.reserve("A-1", "north", "bolt", 5);
        book.fulfil(FRIDAY, "A-1", 2);
        assertThrows(StockException.class, () -> book.fulfil(FRIDAY, "A-1", 4));
    }

    @Test
    void releaseMakesPiecesAvailableAgain() {
        book.reserve("A-1", "north", "bolt", 15);
        book.release("A-1");
        assertEquals(20, book.available("north", "bolt"));
    }

    @Test
    void refusesSecondReservationOfAnOrder() {
        book.reserve("A-1", "north", "bolt", 1);
        assertThrows(StockException.class, () -> book.reserve("A-1", "north", "bolt", 1));
    }

    @Test
    void countingFewerBooksOutTheOldest() {
        book.count(FRIDAY, "north", "bolt", 8, new BigDecimal("1.60"));
        assertEquals(new BigDecimal("12.00"), book.totalValue());
    }

    @Test
    void countingMoreBooksInAtTheGivenPrice() {
        book.count(FRIDAY, "north", "bolt", 21, new BigDecimal("1.60"));
        assertEquals(new BigDecimal("26.60"), book.totalValue());
        assertEquals(Kind.CORRECTION, book.journal().get(2).kind());
    }

    @Test
    void countingTheSameBooksNothing() {
        book.count(FRIDAY, "north", "bolt", 20, BigDecimal.ONE);
        assertEquals(2, book.journal().size());
    }
}
