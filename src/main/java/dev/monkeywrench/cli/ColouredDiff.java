package dev.monkeywrench.cli;

import java.util.stream.Collectors;

/** A unified diff as people are used to see it. */
final class ColouredDiff {

    private ColouredDiff() {}

    static String of(String diff, Terminal terminal) {
        return Inert.text(diff).lines().map(line -> coloured(line, terminal)).collect(Collectors.joining("\n"));
    }

    private static String coloured(String line, Terminal terminal) {
        if (line.startsWith("diff ") || line.startsWith("+++ ") || line.startsWith("--- ")) {
            return terminal.coloured(Terminal.Colour.BOLD, line);
        }
        if (line.startsWith("@@")) {
            return terminal.coloured(Terminal.Colour.CYAN, line);
        }
        if (line.startsWith("+")) {
            return terminal.coloured(Terminal.Colour.GREEN, line);
        }
        return line.startsWith("-") ? terminal.coloured(Terminal.Colour.RED, line) : line;
    }
}
