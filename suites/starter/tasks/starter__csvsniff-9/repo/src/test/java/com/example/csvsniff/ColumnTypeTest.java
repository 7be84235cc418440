package com.example.csvsniff;

import static com.example.csvsniff.ColumnType.DATE;
import static com.example.csvsniff.ColumnType.DECIMAL;
import static com.example.csvsniff.ColumnType.EMPTY;
import static com.example.csvsniff.ColumnType.INTEGER;
import static com.example.csvsniff.ColumnType.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ColumnTypeTest {

    @Test
    void knowsNumbers() {
        assertEquals(INTEGER, ColumnType.of(" -12 "));
        assertEquals(DECIMAL, ColumnType.of("3,14"));
        assertEquals(TEXT, ColumnType.of("3."));
    }

    @Test
    void knowsDates() {
        assertEquals(DATE, ColumnType.of("2025-02-28"));
        assertEquals(TEXT, ColumnType.of("2025-02-30"));
    }

    @Test
    void blankIsEmpty() {
        assertEquals(EMPTY, ColumnType.of("  "));
    }

    @Test
    void joinsToTheNarrowestThatHoldsBoth() {
        assertEquals(DECIMAL, INTEGER.join(DECIMAL));
        assertEquals(TEXT, INTEGER.join(DATE));
        assertEquals(DATE, EMPTY.join(DATE));
        assertEquals(DATE, DATE.join(EMPTY));
    }
}
