package dev.monkeywrench.sandbox.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A bounded pipe: what is written to its output is read from its input. Java's own pipe breaks when the thread that
 * wrote has ended.
 */
final class Feed {

    private static final byte[] END = new byte[0];
    private static final int PIECES = 16;
    private static final int PIECE = 65_536;

    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(PIECES);
    private final InputStream input = new Reader();
    private final OutputStream output = new Writer();
    private volatile byte[] last = END;
    private volatile boolean closed;

    InputStream input() {
        return input;
    }

    OutputStream output() {
        return output;
    }

    /** Ends the input, also for a writer that waits. */
    void close() {
        closed = true;
        queue.clear();
        queue.offer(END);
    }

    /** The same, behind some last octets, and nothing of what a writer still waits with. */
    void closeWith(byte[] octets) {
        if (!closed) {
            last = octets;
            close();
        }
    }

    private final class Writer extends OutputStream {

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = offset; at < offset + length; at += PIECE) {
                int size = Math.min(PIECE, offset + length - at);
                byte[] piece = new byte[size];
                System.arraycopy(bytes, at, piece, 0, size);
                put(piece);
            }
        }

        private void put(byte[] piece) throws IOException {
            if (closed) {
                throw new IOException("The container no longer reads");
            }
            try {
                queue.put(piece);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while the container was being written to");
            }
        }
    }

    private final class Reader extends InputStream {

        private byte[] piece = END;
        private int at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (at == piece.length && !next()) {
                return -1;
            }
            int size = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, bytes, offset, size);
            at += size;
            return size;
        }

        private boolean next() throws IOException {
            try {
                piece = closed ? END : queue.take();
                if (closed) {
                    piece = last;
                    last = END;
                }
                at = 0;
                return piece.length > 0;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while waiting for what to send");
            }
        }
    }
}
