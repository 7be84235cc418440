package dev.monkeywrench.verification.log;

import dev.monkeywrench.verification.TestStatus;
import java.util.ArrayList;
import java.util.List;

/** Lines and words of a log, cut without regular expressions. White space is what Python takes for it. */
final class Words {

    private Words() {}

    static List<String> lines(String log) {
        return log.lines().toList();
    }

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            boolean inWord = i < line.length() && !isSpace(line.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(line.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    static String strip(String text) {
        int start = indent(text);
        int end = text.length();
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** How many characters of white space it begins with. */
    static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && isSpace(line.charAt(indent))) {
            indent++;
        }
        return indent;
    }

    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r')
                || (c >= 0x1c && c <= ' ')
                || c == 0x85
                || (c > 0x85 && Character.isSpaceChar(c));
    }

    static boolean beginsWithStatus(String line) {
        for (TestStatus status : TestStatus.reported()) {
            if (line.startsWith(status.name())) {
                return true;
            }
        }
        return false;
    }

    static boolean endsWithStatus(String line) {
        for (TestStatus status : TestStatus.reported()) {
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
                && name.substring(1, name.length() - 1).codePoints().allMatch(Character::isDigit);
    }
}
