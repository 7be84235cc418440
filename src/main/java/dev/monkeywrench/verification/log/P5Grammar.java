package dev.monkeywrench.verification.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.monkeywrench.verification.TestStatus;
import java.util.List;

/** Mocha's list of failures as p5.js prints it: a number, then the suites and the test, each line indented more. */
final class P5Grammar implements LogGrammar {

    private static final Pattern NUMBER = PythonPattern.ofLines("^\\s*\\d+\\)");
    private static final int LONGEST_TITLE = 1_000;

    @Override
    public void read(String log, LogStatuses statuses) {
        String text = MarkupBlocks.removed(JsonBlocks.removed(Parts.plain(log)));
        Matcher number = NUMBER.matcher(text);
        int from = 0;
        while (from <= text.length() && number.find(from)) {
            int start = number.end();
            int end = titleEnd(text, start);
            if (end >= 0) {
                readTitle(text.substring(start, end), statuses);
            }
            from = end < 0 ? start : end + 1;
        }
    }

    /** The colon that ends a title, or -1 where none is near. */
    private static int titleEnd(String text, int start) {
        int at = start;
        for (int i = 0; i <= LONGEST_TITLE && at < text.length(); i++) {
            if (text.charAt(at) == ':') {
                return at;
            }
            at += Character.charCount(text.codePointAt(at));
        }
        return -1;
    }

    private static void readTitle(String title, LogStatuses statuses) {
        List<String> lines = List.of(title.split("\n", -1));
        int indent = 0;
        for (String line : lines) {
            if (Words.indent(line) <= indent) {
                return;
            }
            indent = Words.indent(line);
        }
        statuses.put(String.join(":", lines.stream().map(Words::strip).toList()), TestStatus.FAILED);
    }
}
