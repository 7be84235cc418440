package dev.monkeywrench.evaluation;

import java.util.regex.Pattern;

/** A subset and a split of it, as sb-cli names the parts of a suite: never a path. */
public record SuitePart(String subset, String split) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public SuitePart {
        if (!FORM.matcher(subset).matches() || !FORM.matcher(split).matches()) {
            throw new IllegalArgumentException(
                    "A subset and a split are 1 to 64 letters, digits, '.', '_' or '-' each, as in 'swe-bench_lite' and"
                            + " 'test'");
        }
    }
}
