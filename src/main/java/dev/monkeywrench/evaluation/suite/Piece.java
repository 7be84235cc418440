package dev.monkeywrench.evaluation.suite;

import java.io.ByteArrayOutputStream;

/**
 * Octets cut out of a file, of which no more than a limit is kept.
 *
 * <p>Growing starts small, so that a file of many small pieces costs little and one of a huge piece no more than twice the
 * limit.
 */
final class Piece {

    private final int most;
    private final int line;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1 << 10);
    private long length;
    private boolean blank = true;

    /**
     * @param most octets that are kept; a longer piece is counted and nothing of it is kept
     * @param line on which it begins, from 1
     */
    Piece(int most, int line) {
        this.most = most;
        this.line = line;
    }

    void add(int octet) {
        length++;
        blank = blank && isSpace(octet);
        if (length <= most) {
            kept.write(octet);
        } else if (kept.size() > 0) {
            kept.reset();
        }
    }

    static boolean isSpace(int octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }

    int line() {
        return line;
    }

    /** In octets, kept or not. */
    long length() {
        return length;
    }

    boolean isBlank() {
        return blank;
    }

    boolean isTooLong() {
        return length > most;
    }

    byte[] octets() {
        return kept.toByteArray();
    }
}
