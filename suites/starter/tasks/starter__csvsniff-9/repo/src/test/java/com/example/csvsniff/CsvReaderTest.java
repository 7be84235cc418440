package com.example.csvsniff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    private static List<List<String>> read(String text) {
        return new CsvReader(Dialect.STANDARD).read(text);
    }

    @Test
    void cutsRowsAndFields() {
        assertEquals(List.of(List.of("a", "b"), List.of("c", "d")), read("a,b\nc,d\n"));
    }

    @Test
    void keepsEmptyFields() {
        assertEquals(List.of(List.of("", "b", "")), read(",b,"));
    }

    @Test
    void leavesOutBlankLines() {
        assertEquals(List.of(List.of("a"), List.of("b")), read("a\r\n\r\nb"));
    }

    @Test
    void keepsSeparatorsInsideQuotes() {
        assertEquals(List.of(List.of("a,b", "c")), read("\"a,b\",c"));
    }

    @Test
    void doubledQuoteIsOne() {
        assertEquals(List.of(List.of("say \"hi\"")), read("\"say \"\"hi\"\"\""));
    }

    @Test
    void keepsLineBreaksInsideQuotes() {
        assertEquals(List.of(List.of("a\nb", "c")), read("\"a\nb\",c\n"));
    }

    @Test
    void quoteInTheMiddleIsText() {
        assertEquals(List.of(List.of("5\" pipe", "x")), read("5\" pipe,x"));
    }

    @Test
    void emptyQuotesAreRow() {
        assertEquals(List.of(List.of("")), read("\"\"\n"));
    }

    @Test
    void nothingHasNoRows() {
        assertEquals(List.of(), read(""));
    }

    @Test
    void refusesDialectWithoutDistinctCharacters() {
        assertThrows(IllegalArgumentException.class, () -> Dialect.STANDARD.withQuote(','));
        assertThrows(IllegalArgumentException.class, () -> Dialect.STANDARD.withSeparator('\n'));
    }
}
