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
 */
public record ExecRequest(
        List<String> command, Map<String, String> environment, List<SandboxFile> files, Duration timeout) {

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
}
