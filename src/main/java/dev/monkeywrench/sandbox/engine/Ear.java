package dev.monkeywrench.sandbox.engine;

import dev.monkeywrench.sandbox.Output;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Listens to one stream of a shell inside. What comes is kept, capped, until the shell ends the command with a line
 * only it can write: a NUL and a secret of that command alone. Between two commands what comes is dropped.
 */
public final class Ear {

    private static final int LONGEST_REMARK = 200;

    private Optional<Hearing> hearing = Optional.empty();
    private boolean ended;

    /** Starts to listen for the end of one command. */
    synchronized Hearing begin(String secret, long limit) {
        Hearing fresh = new Hearing(("\0" + secret).getBytes(StandardCharsets.US_ASCII), new CappedBytes(limit));
        hearing = Optional.of(fresh);
        if (ended) {
            fresh.remark.completeExceptionally(new StreamEnded());
        }
        return fresh;
    }

    /** What the stream brought. */
    public synchronized void hear(byte[] bytes, int offset, int length) {
        if (hearing.isPresent()) {
            hearing.get().take(bytes, offset, length);
        }
    }

    /** The stream has ended: nothing more comes. */
    public synchronized void end() {
        ended = true;
        hearing.ifPresent(current -> current.remark.completeExceptionally(new StreamEnded()));
    }

    synchronized Output heard() {
        return hearing.map(current -> current.kept.output()).orElseGet(Output::empty);
    }

    /** The stream of the shell inside ended before the command did. */
    static final class StreamEnded extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** One command's share of the stream. Guarded by the ear. */
    static final class Hearing {

        private final byte[] mark;
        private final CappedBytes kept;
        private final ByteArrayOutputStream said = new ByteArrayOutputStream();
        private final CompletableFuture<String> remark = new CompletableFuture<>();
        private int matched;

        private Hearing(byte[] mark, CappedBytes kept) {
            this.mark = mark;
            this.kept = kept;
        }

        /** What the shell said behind its mark, once it did. */
        CompletableFuture<String> remark() {
            return remark;
        }

        private void take(byte[] bytes, int offset, int length) {
            int at = offset;
            int end = offset + length;
            while (at < end && !remark.isDone()) {
                at = matched == mark.length ? readRemark(bytes, at) : readText(bytes, at, end);
            }
        }

        private int readRemark(byte[] bytes, int at) {
            if (bytes[at] == '\n' || said.size() == LONGEST_REMARK) {
                remark.complete(said.toString(StandardCharsets.US_ASCII).strip());
            } else {
                said.write(bytes[at]);
            }
            return at + 1;
        }

        /** NUL begins the mark and is nowhere else in it, so a mismatch never hides a later beginning. */
        private int readText(byte[] bytes, int start, int end) {
            if (matched > 0) {
                return readMark(bytes, start);
            }
            int at = start;
            while (at < end && bytes[at] != 0) {
                at++;
            }
            kept.add(bytes, start, at - start);
            if (at < end) {
                matched = 1;
                return at + 1;
            }
            return at;
        }

        private int readMark(byte[] bytes, int at) {
            if (bytes[at] == mark[matched]) {
                matched++;
                return at + 1;
            }
            kept.add(mark, 0, matched);
            matched = 0;
            return at;
        }
    }
}
