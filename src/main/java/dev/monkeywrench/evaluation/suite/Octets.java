package dev.monkeywrench.evaluation.suite;

import java.io.IOException;
import java.io.InputStream;

/** Octets of a text one after the other, the next one in view, and the line it is on. Used by one thread. */
final class Octets {

    static final int END = -1;

    private final InputStream source;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int length;
    private int line = 1;

    Octets(InputStream source) throws IOException {
        this.source = source;
        fill();
    }

    private void fill() throws IOException {
        at = 0;
        length = source.read(buffer);
    }

    /** The next octet, without taking it; {@link #END} after the last. */
    int peek() {
        return length < 0 ? END : buffer[at] & 0xff;
    }

    int take() throws IOException {
        int taken = peek();
        line += taken == '\n' ? 1 : 0;
        at++;
        if (at >= length && length >= 0) {
            fill();
        }
        return taken;
    }

    /** The line that the next octet is on, from 1. */
    int line() {
        return line;
    }

    void skipSpace() throws IOException {
        while (Piece.isSpace(peek())) {
            take();
        }
    }
}
