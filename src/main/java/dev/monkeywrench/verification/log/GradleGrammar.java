package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;

/** Gradle's test logging; other output may come between a test's name and its status. */
final class GradleGrammar implements LogGrammar {

    private static final Pattern WHOLE = PythonPattern.compile("^([^>].+)\\s+(PASSED|FAILED)$");
    private static final Pattern NAME = PythonPattern.compile("^([^>]\\S*\\s+>\\s+\\S+)$");

    @Override
    public void read(String log, LogStatuses statuses) {
        String pending = "";
        for (String raw : Words.lines(log)) {
            String line = Words.strip(raw);
            Matcher whole = WHOLE.matcher(line);
            if (whole.find()) {
                statuses.put(whole.group(1), whole.group(2));
                pending = "";
                continue;
            }
            if (NAME.matcher(line).find()) {
                pending = line;
            } else if (line.equals(TestStatus.PASSED.name()) || line.equals(TestStatus.FAILED.name())) {
                statuses.put(pending, line);
                pending = "";
            }
        }
    }
}
