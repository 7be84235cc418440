package dev.monkeywrench.verification.log;

import dev.monkeywrench.verification.TestStatus;
import java.util.List;

/** pytest as seaborn prints it: passes with the status in the middle, failures with the status first. */
final class SeabornGrammar implements LogGrammar {

    @Override
    public void read(String log, LogStatuses statuses) {
        for (String line : Words.lines(log)) {
            List<String> words = Words.of(line);
            if (words.size() >= 2) {
                readLine(line, words, statuses);
            }
        }
    }

    private static void readLine(String line, List<String> words, LogStatuses statuses) {
        if (line.startsWith("FAILED")) {
            statuses.put(words.get(1), TestStatus.FAILED);
        } else if (line.contains(" PASSED ")) {
            if (words.get(1).equals("PASSED")) {
                statuses.put(words.get(0), TestStatus.PASSED);
            }
        } else if (line.startsWith("PASSED")) {
            statuses.put(words.get(1), TestStatus.PASSED);
        }
    }
}
