package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One line, one test: patterns with the groups {@code status} and {@code name}.
 *
 * @param patterns tried in order; the first that fits decides
 * @param words what a status is called there; others say nothing
 * @param line prepares a line
 * @param name prepares a name
 */
record LineGrammar(
        List<Pattern> patterns, Map<String, TestStatus> words, UnaryOperator<String> line, UnaryOperator<String> name)
        implements LogGrammar {

    /** White space around a line is no part of it. */
    static LineGrammar of(Map<String, TestStatus> words, String... patterns) {
        return new LineGrammar(compiled(patterns), words, Words::strip, UnaryOperator.identity());
    }

    /** A line counts only where it begins at the margin. */
    static LineGrammar atMargin(Map<String, TestStatus> words, String... patterns) {
        return new LineGrammar(compiled(patterns), words, UnaryOperator.identity(), UnaryOperator.identity());
    }

    LineGrammar naming(UnaryOperator<String> prepared) {
        return new LineGrammar(patterns, words, line, prepared);
    }

    @Override
    public void read(String log, LogStatuses statuses) {
        for (String raw : Words.lines(log)) {
            readLine(line.apply(raw), statuses);
        }
    }

    private void readLine(String prepared, LogStatuses statuses) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(prepared);
            if (matcher.find()) {
                TestStatus status = words.get(matcher.group("status"));
                if (status != null) {
                    statuses.put(name.apply(matcher.group("name")), status);
                }
                return;
            }
        }
    }

    private static List<Pattern> compiled(String... patterns) {
        return List.of(patterns).stream().map(PythonPattern::compile).toList();
    }
}
