package dev.monkeywrench.junitrun;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;

/** A stack trace cut to a size that a log can bear, indented so that no line of it reads as a result. */
final class Trace {

    private static final int LINES = 60;
    private static final int COLUMNS = 500;

    private Trace() {}

    static void print(Throwable cause, PrintWriter out) {
        out.println(of(cause).lines().map(line -> "  | " + line).collect(Collectors.joining("\n")));
    }

    static String of(Throwable cause) {
        StringWriter text = new StringWriter();
        try {
            cause.printStackTrace(new PrintWriter(text));
        } catch (Throwable hostile) { // a candidate's exception may fail while it is printed
            return cause.getClass().getName() + " (its stack trace could not be printed)";
        }
        return text.toString()
                .lines()
                .limit(LINES)
                .map(line -> line.length() > COLUMNS ? line.substring(0, COLUMNS) + "…" : line)
                .collect(Collectors.joining("\n"));
    }
}
