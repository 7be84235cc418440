package com.example.csvsniff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnifferTest {

    private final Sniffer sniffer = new Sniffer();

    @Test
    void findsSemicolons() {
        assertEquals(';', sniffer.sniff("a;b;c\n1;2,5;3\n4;5,5;6\n").separator());
    }

    @Test
    void findsTabs() {
        assertEquals('\t', sniffer.sniff("a\tb\nc, d\te\n").separator());
    }

    @Test
    void findsBars() {
        assertEquals('|', sniffer.sniff("a|b|c\nd|e, f|g\n").separator());
    }

    @Test
    void separatorInsideQuotesDoesNotCount() {
        assertEquals(',', sniffer.sniff("\"a;b;c\",1\n\"d;e\",2\n\"f\",3\n").separator());
    }

    @Test
    void findsSingleQuotes() {
        assertEquals('\'', sniffer.sniff("'a,b','c'\n'd','e,f'\n").quote());
    }

    @Test
    void rowsWithoutFieldsInCommonAreStandard() {
        assertEquals(Dialect.STANDARD, sniffer.sniff("just some text\nand, more\nof it\n"));
    }

    @Test
    void singleColumnIsStandard() {
        assertEquals(Dialect.STANDARD, sniffer.sniff("one\ntwo\nthree\n"));
    }

    @Test
    void emptyTextIsStandard() {
        assertEquals(Dialect.STANDARD, sniffer.sniff(""));
    }

    @Test
    void blankLinesAreStandard() {
        assertEquals(Dialect.STANDARD, sniffer.sniff("\n\n\n"));
    }

    @Test
    void findsHeadingOverNumbers() {
        assertTrue(sniffer.sniff("name,age\nAda,36\nAlan,41\n").hasHeading());
    }

    @Test
    void textOverTextIsNoHeading() {
        assertFalse(sniffer.sniff("name,town\nAda,London\n").hasHeading());
    }

    @Test
    void numberIsNoHeading() {
        assertFalse(sniffer.sniff("2024,2025\n1,2\n").hasHeading());
    }

    @Test
    void repeatedNameIsNoHeading() {
        assertFalse(Sniffer.looksLikeHeading(List.of(List.of("a", "a"), List.of("1", "2"))));
    }

    @Test
    void looksAtTheBeginningOnly() {
        String text = "a,b\n".repeat(6_000) + "x;y\n".repeat(20_000);
        assertEquals(',', sniffer.sniff(text).separator());
    }
}
