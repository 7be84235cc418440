package dev.monkeywrench.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command writes: results to standard output, everything else to standard error.
 *
 * @param colours whether standard output shows them
 * @param live whether standard error is a terminal, on which a line can be drawn again and again
 */
record Terminal(PrintStream out, PrintStream err, boolean colours, boolean live) {

    /** The script that starts us knows what the streams are; started otherwise, Java's own opinion counts. */
    static Terminal ofProcess(PrintStream out, PrintStream err, Map<String, String> environment) {
        Optional<String> told = Optional.ofNullable(environment.get("MONKEYWRENCH_TERMINAL"));
        boolean guess = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean outIsTerminal = told.map(streams -> streams.contains("out")).orElse(guess);
        boolean errIsTerminal = told.map(streams -> streams.contains("err")).orElse(guess);
        return new Terminal(out, err, outIsTerminal && !plain, errIsTerminal);
    }

    void note(String line) {
        err.println(line);
        err.flush();
    }

    void result(String line) {
        out.println(line);
        out.flush();
    }

    String coloured(Colour colour, String text) {
        return colours ? colour.code + text + Colour.RESET : text;
    }

    /** The few that a diff and a verdict need. */
    enum Colour {
        RED("\u001b[31m"),
        GREEN("\u001b[32m"),
        CYAN("\u001b[36m"),
        BOLD("\u001b[1m");

        private static final String RESET = "\u001b[0m";
        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }
}
