package dev.monkeywrench.verification.log;

import com.google.re2j.Pattern;

/**
 * Regular expressions as the harness writes them for Python, run in linear time. There, white space, digits and letters
 * are those of all alphabets; RE2 knows ASCII's only. A word's edge ({@code \b}) stays ASCII's.
 */
final class PythonPattern {

    private static final String BLANKS = "\\t\\x0b\\x0c\\x1c-\\x20\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}"
            + "\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}";

    private PythonPattern() {}

    static Pattern compile(String python) {
        return Pattern.compile(linear(python));
    }

    /** With {@code ^} and {@code $} at each line. */
    static Pattern ofLines(String python) {
        return Pattern.compile(linear(python), Pattern.MULTILINE);
    }

    /** Of the classes, only {@code \d} may stand in brackets, and {@code [^\S\r\n]} for blanks within a line. */
    private static String linear(String python) {
        return python.replace("[^\\S\\r\\n]", "[" + BLANKS + "]")
                .replace("\\s", "[\\n\\r" + BLANKS + "]")
                .replace("\\S", "[^\\n\\r" + BLANKS + "]")
                .replace("\\d", "\\p{Nd}")
                .replace("\\w", "[\\p{L}\\p{N}_]");
    }
}
