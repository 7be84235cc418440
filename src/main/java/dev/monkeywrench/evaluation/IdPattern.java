package dev.monkeywrench.evaluation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A pattern in RE2 syntax that instances are chosen by: those whose id holds a match. It may come from the network, so
 * its length and the repetitions it counts are bounded; RE2 itself matches in linear time.
 */
public final class IdPattern {

    private static final int MOST_CHARACTERS = 1_000;
    private static final long MOST_REPEATS = 10_000;
    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{(\\d{1,4})(?:,(\\d{0,4}))?\\}");

    private final Pattern pattern;

    private IdPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Compiles a pattern; one that is no RE2 pattern, or too large a one, is an illegal argument. */
    public static IdPattern of(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a pattern has at most " + MOST_CHARACTERS + " characters, not " + text.length());
        }
        if (repeats(text) > MOST_REPEATS) {
            throw new IllegalArgumentException(
                    "a pattern counts at most " + MOST_REPEATS + " repetitions, multiplied with each other");
        }
        try {
            return new IdPattern(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no pattern in RE2 syntax: " + e.getDescription(), e);
        }
    }

    /** Each counted repetition is a copy of what it repeats, and nested ones multiply. */
    private static long repeats(String text) {
        long product = 1;
        Matcher matcher = COUNTED.matcher(text);
        while (matcher.find() && product <= MOST_REPEATS) {
            String most = matcher.group(2) == null || matcher.group(2).isEmpty() ? matcher.group(1) : matcher.group(2);
            product *= Math.max(1, Long.parseLong(most));
        }
        return product;
    }

    boolean finds(String id) {
        return pattern.matcher(id).find();
    }

    /** The pattern as it was given. */
    public String text() {
        return pattern.pattern();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IdPattern that && that.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
