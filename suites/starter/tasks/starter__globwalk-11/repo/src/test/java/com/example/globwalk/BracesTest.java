package com.example.globwalk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BracesTest {

    @Test
    void leavesOtherTextAlone() {
        assertEquals(List.of("a/*.c"), Braces.expand("a/*.c"));
    }

    @Test
    void writesOutEachWord() {
        assertEquals(List.of("a.b", "a.", "a.c"), Braces.expand("a.{b,,c}"));
    }

    @Test
    void writesOutCombinations() {
        assertEquals(List.of("ac", "ad", "bc", "bd"), Braces.expand("{a,b}{c,d}"));
    }

    @Test
    void escapedBraceIsText() {
        assertEquals(List.of("\\{a,b}"), Braces.expand("\\{a,b}"));
    }
}
