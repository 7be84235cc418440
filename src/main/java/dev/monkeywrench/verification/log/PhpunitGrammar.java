package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;
import java.util.Map;

/** PHPUnit's {@code --testdox}: a heading for the class, a sign before each test. */
final class PhpunitGrammar implements LogGrammar {

    private static final Pattern SUITE = PythonPattern.compile("^(\\w.+) \\(.+\\)$");
    private static final Pattern TEST = PythonPattern.compile("^\\s*([✔✘↩])\\s*(.*)$");
    private static final Map<String, TestStatus> SIGNS =
            Map.of("✔", TestStatus.PASSED, "✘", TestStatus.FAILED, "↩", TestStatus.SKIPPED);

    @Override
    public void read(String log, LogStatuses statuses) {
        String suite = "None";
        for (String line : Words.lines(log)) {
            Matcher heading = SUITE.matcher(line);
            if (heading.find()) {
                suite = heading.group(1);
                continue;
            }
            Matcher test = TEST.matcher(line);
            if (test.find()) {
                statuses.put(suite + " > " + test.group(2), SIGNS.getOrDefault(test.group(1), TestStatus.FAILED));
            }
        }
    }
}
