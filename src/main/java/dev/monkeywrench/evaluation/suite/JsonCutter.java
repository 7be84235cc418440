package dev.monkeywrench.evaluation.suite;

import java.io.IOException;

/**
 * Cuts values out of a JSON text without understanding more than strings and brackets, so that one value that is broken or
 * huge costs only itself.
 */
final class JsonCutter {

    private final Octets text;
    private final int most;

    JsonCutter(Octets text, int most) {
        this.text = text;
        this.most = most;
    }

    /** The rest of this line; the line's end is taken and not kept. */
    Piece line() throws IOException {
        Piece piece = new Piece(most, text.line());
        while (text.peek() != Octets.END) {
            int octet = text.take();
            if (octet == '\n') {
                return piece;
            }
            piece.add(octet);
        }
        return piece;
    }

    /**
     * The value that begins here: to the bracket that closes it, or to what cannot be part of a word or number.
     *
     * @return also what the end of the text cuts short; see {@link Cut#whole}
     */
    Cut value() throws IOException {
        Piece piece = new Piece(most, text.line());
        int first = text.peek();
        if (first == '"') {
            return new Cut(piece, string(piece));
        }
        if (first == '{' || first == '[') {
            return new Cut(piece, nested(piece));
        }
        while (text.peek() != Octets.END && !Piece.isSpace(text.peek()) && ",]}:".indexOf(text.peek()) < 0) {
            piece.add(text.take());
        }
        return new Cut(piece, true);
    }

    private boolean nested(Piece piece) throws IOException {
        long depth = 0;
        while (text.peek() != Octets.END) {
            int octet = text.peek();
            if (octet == '"') {
                if (!string(piece)) {
                    return false;
                }
                continue;
            }
            piece.add(text.take());
            depth += octet == '{' || octet == '[' ? 1 : 0;
            depth -= octet == '}' || octet == ']' ? 1 : 0;
            if (depth == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean string(Piece piece) throws IOException {
        piece.add(text.take());
        while (text.peek() != Octets.END) {
            int octet = text.take();
            piece.add(octet);
            if (octet == '"') {
                return true;
            }
            if (octet == '\\' && text.peek() != Octets.END) {
                piece.add(text.take());
            }
        }
        return false;
    }

    /**
     * A value.
     *
     * @param whole false: the text ended before it
     */
    record Cut(Piece piece, boolean whole) {}
}
