package dev.monkeywrench.patch;

import java.util.ArrayList;
import java.util.List;

/** Text as lines that keep their terminators: joined again they are the same text. */
final class Lines {

    private Lines() {}

    /** Splits after each line feed; a carriage return before it stays in its line. */
    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /** The line without its terminator, be it a line feed or a carriage return and a line feed. */
    static String content(String line) {
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\n') {
            end--;
            if (end > 0 && line.charAt(end - 1) == '\r') {
                end--;
            }
        }
        return line.substring(0, end);
    }

    static String terminator(String line) {
        return line.substring(content(line).length());
    }
}
