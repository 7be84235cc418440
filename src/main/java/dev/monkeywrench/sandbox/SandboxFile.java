package dev.monkeywrench.sandbox;

import java.util.regex.Pattern;

/**
 * A file of ours brought along with a command; it lies at {@code /mw/<name>}, outside the repository.
 *
 * @param name a plain file name
 * @param content written as UTF-8
 * @param isProgram whether it may be run by its name
 */
public record SandboxFile(String name, String content, boolean isProgram) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public SandboxFile {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("A sandbox file is named by letters, digits, '.', '_' and '-'");
        }
    }

    public SandboxFile(String name, String content) {
        this(name, content, false);
    }

    public static SandboxFile program(String name, String content) {
        return new SandboxFile(name, content, true);
    }
}
