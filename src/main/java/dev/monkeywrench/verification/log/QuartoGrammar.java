package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deno's test runner as Quarto uses it; temporary files are numbered in the order of their appearance. */
final class QuartoGrammar implements LogGrammar {

    private static final List<Pattern> TEMPORARY =
            List.of(PythonPattern.compile("/tmp/\\w+\\.qmd"), PythonPattern.compile("/tmp/\\w+/"));

    @Override
    public void read(String log, LogStatuses statuses) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String line : Words.lines(log)) {
            if (line.contains("ERRORS") || line.contains("failures:")) {
                return;
            }
            if (line.contains("[smoke]") || line.contains("[unit]")) {
                readLine(numbered(line, numbers), statuses);
            }
        }
    }

    private static String numbered(String line, Map<String, Integer> numbers) {
        String result = line;
        for (Pattern pattern : TEMPORARY) {
            Matcher matcher = pattern.matcher(result);
            if (matcher.find()) {
                int number = numbers.computeIfAbsent(matcher.group(), file -> numbers.size());
                result = matcher.replaceAll("/tmp/" + number);
            }
        }
        return result;
    }

    private static void readLine(String line, LogStatuses statuses) {
        if (isNoTest(line)) {
            return;
        }
        int dots = line.indexOf("...");
        String name = Words.strip(dots < 0 ? line : line.substring(0, dots));
        if (line.contains("32mok")) {
            statuses.put(name, TestStatus.PASSED);
        } else if (line.contains("31mFAILED") || !statuses.contains(name)) {
            // A test without a status did not come to its end.
            statuses.put(name, TestStatus.FAILED);
        }
    }

    private static boolean isNoTest(String line) {
        boolean counts = line.contains("passed") && line.contains("failed") && line.contains("steps");
        return counts || line.startsWith("test result:") || line.contains("34mINFO");
    }
}
