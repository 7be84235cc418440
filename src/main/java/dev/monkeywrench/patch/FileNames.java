package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** File names as they stand in the headers of a diff. */
final class FileNames {

    private static final String PREFIXES = "abciow";

    private FileNames() {}

    /** A name as it stands after {@code ---}, {@code +++} or {@code rename from}: unquoted, without a date. */
    static String plain(String written) throws UnreadablePatch {
        if (written.startsWith("\"")) {
            return unquoted(written);
        }
        int tab = written.indexOf('\t');
        return (tab < 0 ? written : written.substring(0, tab)).stripTrailing();
    }

    static RepositoryPath path(String name) throws UnreadablePatch {
        try {
            return new RepositoryPath(name);
        } catch (IllegalArgumentException e) {
            throw new UnreadablePatch("The patch names " + UnreadablePatch.quoted(name)
                    + ", which is no path inside the repository; name files relative to its root, outside .git");
        }
    }

    /** The name without the {@code a/} or {@code b/} Git puts before it, where the other name has one too. */
    static String withoutPrefix(String name, String other) {
        boolean both = hasPrefix(name) && (hasPrefix(other) || isNone(other));
        boolean usual = name.startsWith("a/") || name.startsWith("b/");
        boolean same = !isNone(other) && both && name.substring(2).equals(other.substring(2));
        return both && (usual || same) ? name.substring(2) : name;
    }

    static boolean isNone(String name) {
        return name.equals("/dev/null");
    }

    private static boolean hasPrefix(String name) {
        return name.length() > 2 && name.charAt(1) == '/' && PREFIXES.indexOf(name.charAt(0)) >= 0;
    }

    /**
     * The one name of {@code diff --git a/name b/name}. It tells where a name with blanks ends, as both halves are the
     * same; where they differ, other header lines name the files.
     */
    static String common(String halves) throws UnreadablePatch {
        if (halves.startsWith("\"")) {
            String first = unquoted(halves);
            return withoutPrefix(first, first);
        }
        int middle = halves.length() / 2;
        String left = halves.substring(0, middle);
        String right = halves.length() % 2 == 1 ? halves.substring(middle + 1) : "";
        String name = withoutPrefix(left, right);
        if (halves.length() % 2 == 0 || halves.charAt(middle) != ' ' || !name.equals(withoutPrefix(right, left))) {
            throw new UnreadablePatch("The header 'diff --git " + UnreadablePatch.quoted(halves)
                    + "' names two files, and no line after it says which becomes which");
        }
        return name;
    }

    /** As C would read it: Git quotes names that hold quotation marks, control characters or non-ASCII bytes. */
    private static String unquoted(String written) throws UnreadablePatch {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 1;
        while (i < written.length() && written.charAt(i) != '"') {
            int c = written.codePointAt(i);
            if (c != '\\') {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            } else if (isOctal(written, i + 1)) {
                bytes.write(Integer.parseInt(written.substring(i + 1, i + 4), 8));
                i += 4;
            } else {
                bytes.write(escaped(i + 1 < written.length() ? written.charAt(i + 1) : '\\'));
                i += 2;
            }
        }
        if (i >= written.length()) {
            throw new UnreadablePatch(
                    "The file name " + UnreadablePatch.quoted(written) + " has no closing quotation mark");
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isOctal(String text, int at) {
        return at + 3 <= text.length()
                && text.charAt(at) >= '0'
                && text.charAt(at) <= '3'
                && "01234567".indexOf(text.charAt(at + 1)) >= 0
                && "01234567".indexOf(text.charAt(at + 2)) >= 0;
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }
}
