package dev.monkeywrench.sampling.mutation.location;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Splits text and names into the words that people use of code. */
final class Words {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 60;

    private static final Set<String> COMMON = Set.of(
            "the",
            "and",
            "for",
            "not",
            "this",
            "that",
            "with",
            "from",
            "are",
            "was",
            "but",
            "has",
            "have",
            "when",
            "then",
            "should",
            "would",
            "which",
            "while",
            "return",
            "returns",
            "def",
            "class",
            "public",
            "static",
            "void",
            "private",
            "final",
            "import",
            "self",
            "none",
            "null",
            "true",
            "false",
            "int",
            "str",
            "string",
            "new",
            "else",
            "elif",
            "test",
            "tests",
            "assert",
            "error",
            "expected",
            "actual",
            "line",
            "file",
            "python",
            "java",
            "pytest",
            "fails",
            "fail",
            "failed",
            "failure",
            "bug",
            "fix",
            "issue",
            "does",
            "can",
            "its",
            "you",
            "use",
            "all",
            "any",
            "traceback",
            "recent",
            "call",
            "last",
            "get",
            "set",
            "wrong",
            "instead",
            "value",
            "result");

    private Words() {}

    /** Gives each identifier of a text, whole and in its parts, in lower case. */
    static void each(String text, Consumer<String> word) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean isPart = i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_');
            if (isPart && start < 0) {
                start = i;
            } else if (!isPart && start >= 0) {
                identifier(text.substring(start, Math.min(i, start + LONGEST)), word);
                start = -1;
            }
        }
    }

    private static void identifier(String name, Consumer<String> word) {
        give(name, word);
        int start = 0;
        for (int i = 1; i <= name.length(); i++) {
            boolean ends = i == name.length()
                    || name.charAt(i) == '_'
                    || (Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1)));
            if (ends) {
                if (start > 0 || i < name.length()) {
                    give(name.substring(start, i), word);
                }
                start = i < name.length() && name.charAt(i) == '_' ? i + 1 : i;
            }
        }
    }

    private static void give(String word, Consumer<String> taker) {
        if (word.length() < SHORTEST) {
            return;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (!COMMON.contains(lower) && !Character.isDigit(lower.charAt(0))) {
            taker.accept(lower);
        }
    }
}
