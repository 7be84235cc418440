package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;
import java.util.List;
import java.util.Map;

/**
 * One line, one test: a pattern with the groups {@code status} and {@code name}.
 *
 * @param patterns tried in order; the first that fits decides
 * @param words what a status is called there; others say nothing
 * @param dropped cut off the name, where it fits
 */
record LineGrammar(List<Pattern> patterns, Map<String, TestStatus> words, List<Pattern> dropped) implements LogGrammar {

    static LineGrammar of(Map<String, TestStatus> words, String... patterns) {
        return new LineGrammar(List.of(patterns).stream().map(Pattern::compile).toList(), words, List.of());
    }

    LineGrammar dropping(String pattern) {
        return new LineGrammar(patterns, words, List.of(Pattern.compile(pattern)));
    }

    @Override
    public void read(String log, LogStatuses statuses) {
        for (String raw : Words.lines(log)) {
            readLine(raw.strip(), statuses);
        }
    }

    private void readLine(String line, LogStatuses statuses) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                TestStatus status = words.get(matcher.group("status"));
                if (status != null) {
                    statuses.put(cleaned(matcher.group("name")), status);
                }
                return;
            }
        }
    }

    private String cleaned(String name) {
        String cleaned = name;
        for (Pattern pattern : dropped) {
            cleaned = pattern.matcher(cleaned).replaceFirst("");
        }
        return cleaned.strip();
    }
}
