package dev.monkeywrench.verification.log;

import dev.monkeywrench.verification.TestStatus;
import java.util.ArrayList;
import java.util.List;

/** Lines and words of a log, cut without regular expressions. */
final class Words {

    private Words() {}

    static List<String> lines(String log) {
        return log.lines().toList();
    }

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            boolean inWord = i < line.length() && !Character.isWhitespace(line.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(line.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    static boolean beginsWithStatus(String line) {
        for (TestStatus status : TestStatus.values()) {
            if (line.startsWith(status.name())) {
                return true;
            }
        }
        return false;
    }

    static boolean endsWithStatus(String line) {
        for (TestStatus status : TestStatus.values()) {
            if (line.endsWith(status.name())) {
                return true;
            }
        }
        return false;
    }

    /** {@code SKIPPED [2] tests/test_a.py:9: why}: pytest counts there, and names no test. */
    static boolean isSkipCount(String status, String name) {
        return status.equals("SKIPPED")
                && name.length() > 2
                && name.startsWith("[")
                && name.endsWith("]")
                && name.substring(1, name.length() - 1).chars().allMatch(Character::isDigit);
    }
}
