package dev.monkeywrench.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One command.
 *
 * @param command program and arguments, never read by a shell of ours
 * @param files brought to {@code /mw} before it starts
 * @param timeout after which the whole process tree is dead
 * @param listens whether a process of it stays to be told things ({@link Sandbox#tell}): it finds open 7, where each
 *     message is announced by a line with its length in bytes, 9, where the message comes, and 8, where it says a line
 *     with a code when it is done
 */
public record ExecRequest(
        List<String> command,
        Map<String, String> environment,
        List<SandboxFile> files,
        Duration timeout,
        boolean listens) {

    public ExecRequest(
            List<String> command, Map<String, String> environment, List<SandboxFile> files, Duration timeout) {
        this(command, environment, files, timeout, false);
    }

    public ExecRequest {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        files = List.copyOf(files);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A command has at least one word");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("The time limit of a command is positive");
        }
    }

    /** The same, left listening. One sandbox holds one that listens. */
    public ExecRequest listening() {
        return new ExecRequest(command, environment, files, timeout, true);
    }
}
