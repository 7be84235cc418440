package dev.monkeywrench.sandbox.engine;

import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The talk with the shell in one cell: one command after another, each with a secret of its own. */
final class Talk {

    private static final SecureRandom SECRETS = new SecureRandom();

    /** Platform threads: writing to a pipe that nobody reads would hold a virtual thread's carrier. */
    private static final ThreadFactory SENDERS =
            Thread.ofPlatform().daemon().name("sandbox-sender-", 0).factory();

    private final Cell cell;
    private final Ear stdout;
    private final Ear stderr;
    private final Limits limits;

    Talk(Cell cell, Ear stdout, Ear stderr, Limits limits) {
        this.cell = cell;
        this.stdout = stdout;
        this.stderr = stderr;
        this.limits = limits;
    }

    static String secret() {
        byte[] bytes = new byte[16];
        SECRETS.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What is behind a text that the shell inside evaluates. */
    interface Payload {
        void sendTo(OutputStream input) throws IOException;
    }

    /** Says the text and waits until the shell has said the secret on both streams. */
    Answer ask(String secret, Payload payload, Duration timeout)
            throws TimeoutException, EndedByItself, InterruptedException {
        Ear.Hearing out = stdout.begin(secret, limits.outputBytes());
        Ear.Hearing err = stderr.begin(secret, limits.outputBytes());
        CompletableFuture<Void> both = CompletableFuture.allOf(out.remark(), err.remark());
        Thread sender = SENDERS.newThread(() -> send(payload, out.remark()));
        sender.start();
        try {
            both.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return Answer.parse(out.remark().get());
        } catch (ExecutionException ended) {
            throw new EndedByItself(Calls.causeOf(ended));
        } finally {
            sender.interrupt();
        }
    }

    Output heardOnStdout() {
        return stdout.heard();
    }

    Output heardOnStderr() {
        return stderr.heard();
    }

    private void send(Payload payload, CompletableFuture<String> remark) {
        try {
            payload.sendTo(cell.input());
        } catch (IOException broken) {
            remark.completeExceptionally(broken);
        }
    }

    /** What the shell said when a command had ended. */
    record Answer(int exitCode, Reading before, Reading after) {

        private static final int WORDS = 5;

        static Answer parse(String remark) throws EndedByItself {
            String[] words = remark.split(" ", -1);
            if (words.length != WORDS) {
                throw new EndedByItself(new IOException("The shell inside said '" + remark + "'"));
            }
            try {
                return new Answer(Integer.parseInt(words[0]), reading(words[1], words[2]), reading(words[3], words[4]));
            } catch (NumberFormatException garbled) {
                throw new EndedByItself(garbled);
            }
        }

        private static Reading reading(String cpu, String kills) {
            return Reading.ofMicros(Long.parseLong(cpu), Long.parseLong(kills));
        }
    }

    /** The cell ended before the command did, and nobody here ended it. */
    static final class EndedByItself extends Exception {
        private static final long serialVersionUID = 1L;

        EndedByItself(Throwable cause) {
            super(cause);
        }
    }
}
