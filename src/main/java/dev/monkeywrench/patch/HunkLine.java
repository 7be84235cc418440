package dev.monkeywrench.patch;

/**
 * One line of a hunk.
 *
 * @param text with its terminator; without one only as the last line of a file
 */
public record HunkLine(Kind kind, String text) {

    /** What becomes of the line. */
    public enum Kind {
        CONTEXT(' '),
        REMOVED('-'),
        ADDED('+');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }
    }

    void printTo(StringBuilder out) {
        out.append(kind.sign).append(text);
        if (!text.endsWith("\n")) {
            out.append("\n\\ No newline at end of file\n");
        }
    }
}
