package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a mark before each line. */
final class Marked extends OutputStream {

    private final OutputStream out;
    private boolean lineStart = true;

    Marked(OutputStream out) {
        this.out = out;
    }

    @Override
    public synchronized void write(int octet) throws IOException {
        if (lineStart) {
            out.write('>');
            out.write(' ');
        }
        out.write(octet);
        lineStart = octet == '\n';
    }
}
