package dev.monkeywrench.workspace.image;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxFile;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Git inside a sandbox. What it prints is kept in a file there and read piece by piece in Base64, so that it passes
 * whole through an output that is capped and text.
 */
final class SandboxGit {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String GIT = "git -c safe.directory='*' -c core.fsmonitor=false ";
    private static final long MOST_PIECE_BYTES = 4 << 20;

    private final Sandbox sandbox;
    private final long pieceBytes;

    SandboxGit(Sandbox sandbox, long outputBytes) {
        this.sandbox = sandbox;
        // Base64 makes three bytes four.
        this.pieceBytes = Math.max(1, Math.min(MOST_PIECE_BYTES, outputBytes / 4 * 3 - 16));
    }

    /**
     * @param arguments of Git; ours alone, since a shell reads them
     * @param input what it reads
     * @param most how many bytes it may print
     */
    byte[] run(String arguments, String input, long most)
            throws SandboxUnavailable, UnreadableImage, InterruptedException {
        String script = GIT + arguments + " < /mw/input > /tmp/mw-output && wc -c < /tmp/mw-output";
        long size = size(shell(script, List.of(new SandboxFile("input", input))));
        if (size > most) {
            throw new UnreadableImage("Git printed " + size + " bytes, at most " + most + " are read", false);
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream((int) size);
        for (long offset = 0; offset < size; offset += pieceBytes) {
            output.writeBytes(piece(offset, Math.min(pieceBytes, size - offset)));
        }
        return output.toByteArray();
    }

    private static long size(String printed) throws UnreadableImage {
        try {
            return Long.parseLong(printed.strip());
        } catch (NumberFormatException e) {
            throw new UnreadableImage("its tools print nonsense", false);
        }
    }

    private byte[] piece(long offset, long length) throws SandboxUnavailable, UnreadableImage, InterruptedException {
        String script = "tail -c +" + (offset + 1) + " /tmp/mw-output | head -c " + length + " | base64 -w 0";
        try {
            byte[] bytes = Base64.getDecoder().decode(shell(script, List.of()).strip());
            if (bytes.length != length) {
                throw new UnreadableImage("a piece of it is missing", false);
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new UnreadableImage("its tools print nonsense", false);
        }
    }

    private String shell(String script, List<SandboxFile> files)
            throws SandboxUnavailable, UnreadableImage, InterruptedException {
        List<String> command = List.of("/bin/sh", "-c", "cd /testbed && " + script);
        return switch (sandbox.exec(new ExecRequest(command, Map.of(), files, LIMIT))) {
            case ExecOutcome.Exited exited -> {
                if (exited.exitCode() != 0 || exited.stdout().truncated()) {
                    throw new UnreadableImage("there is no Git repository with the base commit at /testbed", false);
                }
                yield exited.stdout().text();
            }
            case ExecOutcome.TimedOut late ->
                throw new UnreadableImage("reading took longer than " + LIMIT.toSeconds() + " seconds", true);
            case ExecOutcome.KilledForMemory killed ->
                throw new UnreadableImage("reading took more memory than a sandbox has", true);
        };
    }
}
