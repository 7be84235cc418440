package dev.monkeywrench.instance;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A full Git commit id.
 *
 * @param value 40 hexadecimal digits, lower case
 */
public record CommitId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}");

    public CommitId {
        value = value.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A commit id is 40 hexadecimal digits; print yours with 'git rev-parse <name>'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
