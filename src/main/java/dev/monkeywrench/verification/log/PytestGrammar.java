package dev.monkeywrench.verification.log;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * pytest's summary: a status, then the test's id, on one line.
 *
 * @param line prepares a line
 * @param name prepares an id
 */
record PytestGrammar(UnaryOperator<String> line, UnaryOperator<String> name) implements LogGrammar {

    static PytestGrammar plain() {
        return new PytestGrammar(UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** A parameter that is an absolute path differs from machine to machine: its last part is kept. */
    static PytestGrammar withOptions() {
        return new PytestGrammar(UnaryOperator.identity(), PytestGrammar::shortenOption);
    }

    /** Versions of Python print this enumeration differently. */
    static PytestGrammar ofMatplotlib() {
        return new PytestGrammar(
                line -> line.replace("MouseButton.LEFT", "1").replace("MouseButton.RIGHT", "3"),
                UnaryOperator.identity());
    }

    @Override
    public void read(String log, LogStatuses statuses) {
        for (String raw : Words.lines(log)) {
            String prepared = line.apply(raw);
            if (Words.beginsWithStatus(prepared)) {
                readSummary(prepared, statuses);
            }
        }
    }

    private void readSummary(String summary, LogStatuses statuses) {
        List<String> words = Words.of(summary.startsWith("FAILED") ? summary.replace(" - ", " ") : summary);
        if (words.size() > 1 && !Words.isSkipCount(words.get(0), words.get(1))) {
            statuses.put(name.apply(words.get(1)), words.get(0));
        }
    }

    private static String shortenOption(String id) {
        int open = id.indexOf('[');
        int close = id.lastIndexOf(']');
        if (open < 0 || close < open) {
            return id;
        }
        String option = id.substring(open + 1, close);
        boolean isPath = option.startsWith("/") && !option.startsWith("//") && !option.contains("*");
        String kept = isPath ? option.substring(option.lastIndexOf('/')) : option;
        return id.substring(0, open) + "[" + kept + "]";
    }
}
