package dev.monkeywrench.sandbox.engine;

import dev.monkeywrench.sandbox.Output;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps the first and the last half of a limit, counts all. Not thread-safe. */
final class CappedBytes {

    private static final int FIRST_TAIL = 8192;

    private final int headLimit;
    private final int tailLimit;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
    private byte[] tail = new byte[0];
    private int tailSize;
    private long total;

    CappedBytes(long limit) {
        int capped = Math.toIntExact(Math.min(limit, 1 << 29));
        headLimit = capped - capped / 2;
        tailLimit = capped / 2;
    }

    void add(byte[] bytes, int offset, int length) {
        total += length;
        int first = Math.min(length, headLimit - head.size());
        head.write(bytes, offset, first);
        addToTail(bytes, offset + first, length - first);
    }

    Output output() {
        int keptOfTail = Math.min(tailSize, tailLimit);
        long kept = (long) head.size() + keptOfTail;
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.size() + keptOfTail + 80);
        all.writeBytes(head.toByteArray());
        if (total > kept) {
            all.writeBytes(("\n[… " + (total - kept) + " bytes left out …]\n").getBytes(StandardCharsets.UTF_8));
        }
        all.write(tail, tailSize - keptOfTail, keptOfTail);
        return new Output(all.toString(StandardCharsets.UTF_8), kept, total);
    }

    /** The tail lies in a buffer of twice its limit, so that moving it to the front is rare. */
    private void addToTail(byte[] bytes, int offset, int length) {
        int wanted = Math.min(length, tailLimit);
        if (wanted == 0) {
            return;
        }
        if (tailSize + wanted > 2 * tailLimit) {
            int kept = Math.min(tailSize, tailLimit);
            System.arraycopy(tail, tailSize - kept, tail, 0, kept);
            tailSize = kept;
        }
        if (tailSize + wanted > tail.length) {
            tail = Arrays.copyOf(tail, Math.min(2 * tailLimit, Math.max(FIRST_TAIL, 2 * (tailSize + wanted))));
        }
        System.arraycopy(bytes, offset + length - wanted, tail, tailSize, wanted);
        tailSize += wanted;
    }
}
