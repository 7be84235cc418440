package dev.monkeywrench.instance;

import java.util.regex.Pattern;

/**
 * Names one instance, as in {@code django__django-11099}.
 *
 * @param value letters, digits, dots, dashes and underscores, at most 200, none of the others first
 */
public record InstanceId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    public InstanceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "An instance id is 1 to 200 letters, digits, '.', '_' or '-', beginning with a letter or digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
