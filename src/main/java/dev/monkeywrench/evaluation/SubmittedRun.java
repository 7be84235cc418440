package dev.monkeywrench.evaluation;

import java.util.regex.Pattern;

/**
 * A run of predictions as sb-cli names it.
 *
 * @param owner who submits it: a digest of their key
 * @param part of which suite
 * @param name as the user chose it; 1 to 200 characters of one line
 */
public record SubmittedRun(String owner, SuitePart part, String name) {

    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]{1,200}");

    public SubmittedRun {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A run_id is 1 to 200 characters of one line");
        }
    }
}
