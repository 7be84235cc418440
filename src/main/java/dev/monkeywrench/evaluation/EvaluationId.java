package dev.monkeywrench.evaluation;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Names one evaluation. Ids sort in order of creation.
 *
 * @param value 24 hexadecimal digits, lower case: 12 of the time in milliseconds, 12 at random
 */
public record EvaluationId(String value) implements Comparable<EvaluationId> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");
    private static final long RANDOM_LIMIT = 1L << 48;

    public EvaluationId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An evaluation id is 24 hexadecimal digits, lower case");
        }
    }

    static EvaluationId of(Instant now, long random) {
        return new EvaluationId("%012x%012x".formatted(now.toEpochMilli(), Math.floorMod(random, RANDOM_LIMIT)));
    }

    /** Whether a text could name an evaluation. */
    public static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(EvaluationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
