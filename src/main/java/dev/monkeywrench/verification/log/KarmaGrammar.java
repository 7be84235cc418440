package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;

/**
 * Karma's Mocha reporter. A line that is indented less than the one before ends a suite and names none: that is how the
 * harness reads it, and how the expected tests are named.
 */
final class KarmaGrammar implements LogGrammar {

    private static final Pattern LINE = PythonPattern.compile("^(\\s*)([✔✖])?\\s(.*)$");

    @Override
    public void read(String log, LogStatuses statuses) {
        Headings suites = new Headings();
        int indent = -1;
        boolean started = false;
        for (String line : Words.lines(log)) {
            if (line.startsWith("SUMMARY:")) {
                return;
            }
            if (line.contains("Starting browser")) {
                started = true;
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!started || !matcher.find()) {
                continue;
            }
            String mark = matcher.group(2);
            int found = matcher.group(1).length();
            if (mark != null) {
                readTest(mark, matcher.group(3), suites, statuses);
            } else if (found > 0) {
                enter(matcher.group(3), Integer.compare(found, indent), suites);
                indent = found;
            }
        }
    }

    private static void readTest(String mark, String test, Headings suites, LogStatuses statuses) {
        if (suites.length() <= LogStatuses.LONGEST_NAME) {
            statuses.put(suites.over(test, " > "), mark.equals("✔") ? TestStatus.PASSED : TestStatus.FAILED);
        }
    }

    private static void enter(String suite, int deeper, Headings suites) {
        if (deeper > 0) {
            suites.add(suite, 0);
        } else if (deeper < 0) {
            suites.dropLast();
        }
    }
}
