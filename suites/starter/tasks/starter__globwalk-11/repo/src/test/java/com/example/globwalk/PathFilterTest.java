package com.example.globwalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathFilterTest {

    @Test
    void lastMatchDecides() {
        PathFilter filter = PathFilter.parse(List.of("src/**", "!src/gen/**", "src/gen/keep.txt"));
        assertTrue(filter.accepts("src/a.c"));
        assertFalse(filter.accepts("src/gen/a.c"));
        assertTrue(filter.accepts("src/gen/keep.txt"));
    }

    @Test
    void nothingMatchesWithoutRules() {
        assertFalse(PathFilter.parse(List.of("# only a comment", "  ")).accepts("a"));
    }

    @Test
    void selectsInOrder() {
        PathFilter filter = PathFilter.parse(List.of("**/*.{md,txt}"));
        assertEquals(List.of("b.md", "x/a.txt"), filter.select(List.of("b.md", "c.c", "x/a.txt")));
    }

    @Test
    void findsHiddenNamesInAnyFolder() {
        PathFilter filter = PathFilter.parse(List.of("**", "**/.env"));
        assertEquals(List.of("a", "web/.env"), filter.select(List.of("a", "web/.env", "web/.idea")));
    }

    @Test
    void emptyingFolderKeepsTheFolder() {
        PathFilter filter = PathFilter.parse(List.of("**", "!build/**"));
        assertEquals(List.of("build", "src"), filter.select(List.of("build", "build/a.o", "build/x/b.o", "src")));
    }
}
