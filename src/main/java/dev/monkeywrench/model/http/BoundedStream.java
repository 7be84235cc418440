package dev.monkeywrench.model.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.util.function.LongSupplier;

/** A reply that ends with an error when it grows too long or comes too slowly. */
final class BoundedStream extends FilterInputStream {

    private final long most;
    private final long deadline;
    private final LongSupplier nanoTime;
    private long left;

    BoundedStream(InputStream in, long most, long deadline, LongSupplier nanoTime) {
        super(in);
        this.most = most;
        this.left = most;
        this.deadline = deadline;
        this.nanoTime = nanoTime;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new ReplyTooLarge(most);
        }
        if (nanoTime.getAsLong() - deadline > 0) {
            throw new HttpTimeoutException("The reply did not end in time");
        }
    }
}
