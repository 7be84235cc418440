package com.example.globwalk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GlobTest {

    private static void matches(String pattern, String... paths) {
        for (String path : paths) {
            assertTrue(Glob.parse(pattern).matches(path), pattern + " should match " + path);
        }
    }

    private static void differs(String pattern, String... paths) {
        for (String path : paths) {
            assertFalse(Glob.parse(pattern).matches(path), pattern + " should not match " + path);
        }
    }

    @Test
    void starStaysInsideName() {
        matches("src/*.java", "src/App.java", "src/A.B.java");
        differs("src/*.java", "src/main/App.java", "App.java", "src/App.javac");
    }

    @Test
    void starMayBeEmpty() {
        matches("a*b*", "ab", "axb", "abab");
        differs("a*b*", "ba", "a");
    }

    @Test
    void starGoesBackWhenItGetsStuck() {
        matches("*aab", "aaab", "aabaab");
        differs("*aab", "aaba");
    }

    @Test
    void questionMarkIsOneCharacter() {
        matches("v?.txt", "v1.txt");
        differs("v?.txt", "v.txt", "v10.txt");
    }

    @Test
    void twoStarsMatchAnyFolders() {
        matches("src/**/App.java", "src/App.java", "src/a/App.java", "src/a/b/App.java");
        differs("src/**/App.java", "App.java", "src/a/B.java");
    }

    @Test
    void twoStarsAtTheEndMatchAllInside() {
        matches("src/**", "src/a", "src/a/b");
        differs("src/**", "src", "lib/a");
    }

    @Test
    void twoStarsAtTheStart() {
        matches("**/*.md", "README.md", "docs/a/b.md");
    }

    @Test
    void classesMatchOneCharacter() {
        matches("[a-c]x[!0-9]", "axx", "cx_");
        differs("[a-c]x[!0-9]", "dxx", "ax7", "ax");
    }

    @Test
    void bracesAreAlternatives() {
        matches("*.{java,k{t,ts}}", "A.java", "A.kt", "A.kts");
        differs("*.{java,k{t,ts}}", "A.k", "A.javak");
    }

    @Test
    void backslashTakesMeaningAway() {
        matches("a\\*b", "a*b");
        differs("a\\*b", "axb");
    }

    @Test
    void slashesMayDouble() {
        matches("/src//*.c", "src/a.c", "./src/a.c");
    }

    @Test
    void starDoesNotFindHiddenNames() {
        differs("*", ".git");
        differs("**/*.yml", ".github/ci.yml");
        matches(".*", ".git");
        matches(".github/**", ".github/ci.yml");
    }

    @Test
    void anyFoldersMayComeBeforeHiddenName() {
        matches("**/.env", ".env", "app/.env", "app/web/.env");
        matches("**/.github/*.yml", "tools/.github/ci.yml");
    }

    @Test
    void refusesBrokenPatterns() {
        assertThrows(GlobSyntaxException.class, () -> Glob.parse(" "));
        assertThrows(GlobSyntaxException.class, () -> Glob.parse("[a-"));
        assertThrows(GlobSyntaxException.class, () -> Glob.parse("[z-a]"));
        assertThrows(GlobSyntaxException.class, () -> Glob.parse("{a,b"));
        assertThrows(GlobSyntaxException.class, () -> Glob.parse("a\\"));
    }
}
