package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;
import java.util.List;

/**
 * Logs that name failures only: a test they do not name passed, provided the suite ran.
 *
 * @param patterns with the group {@code name}
 * @param folded whether white space within a name is one space
 */
record FailureGrammar(List<Pattern> patterns, boolean folded) implements LogGrammar {

    private static final Pattern COLOURS = Pattern.compile("\\x1b\\[[0-?]*[ -/]*[@-~]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    static FailureGrammar of(String... patterns) {
        return new FailureGrammar(compiled(patterns), false);
    }

    static FailureGrammar folding(String... patterns) {
        return new FailureGrammar(compiled(patterns), true);
    }

    @Override
    public void read(String log, LogStatuses statuses) {
        String plain = COLOURS.matcher(log).replaceAll("");
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(plain);
            while (matcher.find()) {
                String name = matcher.group("name");
                statuses.put(folded ? SPACES.matcher(name).replaceAll(" ").strip() : name, TestStatus.FAILED);
            }
        }
    }

    private static List<Pattern> compiled(String... patterns) {
        return List.of(patterns).stream()
                .map(pattern -> Pattern.compile(pattern, Pattern.MULTILINE))
                .toList();
    }
}
