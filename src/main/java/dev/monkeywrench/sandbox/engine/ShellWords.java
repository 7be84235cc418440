package dev.monkeywrench.sandbox.engine;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words written so that a POSIX shell takes them literally, whatever they hold. */
final class ShellWords {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");

    private ShellWords() {}

    static String quote(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A word of a command holds no NUL character");
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }

    static String quote(Collection<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }

    /** As {@code export NAME='value'}; nothing for no variables. */
    static String export(Map<String, String> variables) {
        return new TreeMap<>(variables)
                .entrySet().stream()
                        .map(entry -> "export " + name(entry.getKey()) + "=" + quote(entry.getValue()) + "; ")
                        .collect(Collectors.joining());
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "An environment variable is named by letters, digits and '_', 200 at most");
        }
        return name;
    }
}
