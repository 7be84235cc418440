package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;
import java.util.List;

/** SymPy's own runner: a test and a letter on a line, and underlined headings over the failures. */
final class SympyGrammar implements LogGrammar {

    private static final Pattern HEADING = PythonPattern.compile("(_*) (.*)\\.py:(.*) (_*)");

    @Override
    public void read(String log, LogStatuses statuses) {
        Matcher heading = HEADING.matcher(log);
        while (heading.find()) {
            statuses.put(heading.group(2) + ".py:" + heading.group(3), TestStatus.FAILED);
        }
        for (String raw : Words.lines(log)) {
            String line = Words.strip(raw);
            if (line.startsWith("test_")) {
                readLine(line, statuses);
            }
        }
    }

    private static void readLine(String line, LogStatuses statuses) {
        List<String> words = Words.of(line);
        if (line.endsWith(" E")) {
            statuses.put(words.getFirst(), TestStatus.ERROR);
        } else if (line.endsWith(" F")) {
            statuses.put(words.getFirst(), TestStatus.FAILED);
        } else if (line.endsWith(" ok")) {
            statuses.put(words.getFirst(), TestStatus.PASSED);
        }
    }
}
