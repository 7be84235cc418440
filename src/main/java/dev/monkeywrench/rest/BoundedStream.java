package dev.monkeywrench.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends by a fault where more bytes come than may. Marks are not kept. */
final class BoundedStream extends FilterInputStream {

    private long left;

    BoundedStream(InputStream bytes, long most) {
        super(bytes);
        left = most;
    }

    /** More came than may. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            take(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            take(count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void take(int count) throws TooLong {
        left -= count;
        if (left < 0) {
            throw new TooLong();
        }
    }
}
