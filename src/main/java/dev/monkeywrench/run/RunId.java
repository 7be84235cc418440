package dev.monkeywrench.run;

import java.util.regex.Pattern;

/**
 * Names one run. Ids sort in order of creation.
 *
 * @param value 24 hexadecimal digits, lower case: 12 of the time in milliseconds, 12 at random
 */
public record RunId(String value) implements Comparable<RunId> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A run id is 24 hexadecimal digits, lower case");
        }
    }

    /** Whether a text could name a run. */
    public static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
