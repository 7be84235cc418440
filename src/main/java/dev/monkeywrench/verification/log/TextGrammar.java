package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Patterns with the group {@code name} that may span lines. Where they name failures only, a test they do not name
 * passed, provided the suite ran.
 *
 * @param rules one after the other; the last word on a test counts
 * @param name prepares a name
 */
record TextGrammar(List<Rule> rules, UnaryOperator<String> name) implements LogGrammar {

    private static final Pattern SPACES = PythonPattern.compile("\\s+");

    record Rule(Pattern pattern, TestStatus status) {}

    static TextGrammar of(TestStatus status, String... patterns) {
        return new TextGrammar(
                Stream.of(patterns)
                        .map(pattern -> new Rule(PythonPattern.ofLines(pattern), status))
                        .toList(),
                UnaryOperator.identity());
    }

    TextGrammar then(TestStatus status, String... patterns) {
        List<Rule> more = of(status, patterns).rules();
        return new TextGrammar(Stream.concat(rules.stream(), more.stream()).toList(), name);
    }

    TextGrammar naming(UnaryOperator<String> prepared) {
        return new TextGrammar(rules, prepared);
    }

    /** White space within a name is one space. */
    TextGrammar folding() {
        return naming(raw -> Words.strip(SPACES.matcher(raw).replaceAll(" ")));
    }

    @Override
    public void read(String log, LogStatuses statuses) {
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(log);
            while (matcher.find()) {
                statuses.put(name.apply(matcher.group("name")), rule.status());
            }
        }
    }
}
