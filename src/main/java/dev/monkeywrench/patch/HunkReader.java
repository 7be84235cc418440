package dev.monkeywrench.patch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one hunk. Its header's counts decide where it ends as long as they fit the lines; where they do not, it is read
 * once more by the look of the lines alone, and counts as repaired.
 */
final class HunkReader {

    private static final Pattern HEADER =
            Pattern.compile("^@@ -([0-9]{1,9})(?:,([0-9]{1,9}))? \\+([0-9]{1,9})(?:,([0-9]{1,9}))? @@");

    private final DiffLines lines;
    private final List<HunkLine> read = new ArrayList<>();
    private int oldStart;
    private int newStart;
    private int oldLeft;
    private int newLeft;
    private int blanksAtEnd;
    private boolean repaired;

    /** Where the header tells no line, the hunk is taken to begin where the one before it ended. */
    HunkReader(DiffLines lines, int endOfPrevious) {
        this.lines = lines;
        this.oldStart = endOfPrevious;
        this.newStart = endOfPrevious;
    }

    Hunk read() {
        Matcher header = HEADER.matcher(lines.peek());
        lines.skip();
        int first = lines.number();
        if (!header.find() || !countedLines(header)) {
            lines.returnTo(first);
            readByLook();
        }
        return new Hunk(oldStart, newStart, read);
    }

    boolean repaired() {
        return repaired;
    }

    /** Whether the counts fit. */
    private boolean countedLines(Matcher header) {
        oldLeft = header.group(2) == null ? 1 : Integer.parseInt(header.group(2));
        newLeft = header.group(4) == null ? 1 : Integer.parseInt(header.group(4));
        oldStart = start(header.group(1), oldLeft);
        newStart = start(header.group(3), newLeft);
        while (lines.hasNext() && (oldLeft > 0 || newLeft > 0) && looksLikeOurs()) {
            line(lines.take());
        }
        if (lines.hasNext() && lines.peek().startsWith("\\")) {
            line(lines.take());
        }
        return oldLeft == 0 && newLeft == 0 && (!lines.hasNext() || ended());
    }

    private static int start(String number, int count) {
        return Math.max(0, Integer.parseInt(number) - (count == 0 ? 0 : 1));
    }

    private boolean looksLikeOurs() {
        String line = lines.peek();
        return line.isEmpty() || " -+\\".indexOf(line.charAt(0)) >= 0;
    }

    /** A line after the counts are used up that still looks like the hunk's proves them wrong. */
    private boolean ended() {
        String line = lines.peek();
        boolean signature = line.equals("-- ") || line.equals("--");
        return line.isEmpty() || !looksLikeOurs() || signature || lines.atFileNames();
    }

    private void readByLook() {
        repaired = true;
        blanksAtEnd = 0;
        read.clear();
        while (lines.hasNext() && looksLikeOurs() && !lines.atFileNames()) {
            line(lines.take());
        }
        // blank lines between a hunk and what follows are not its context
        read.subList(read.size() - blanksAtEnd, read.size()).clear();
    }

    private void line(String text) {
        if (text.startsWith("\\")) {
            cutNewline();
            return;
        }
        boolean blank = Lines.content(text).isEmpty();
        HunkLine line = blank ? new HunkLine(HunkLine.Kind.CONTEXT, text) : signed(text);
        blanksAtEnd = blank ? blanksAtEnd + 1 : 0;
        oldLeft -= line.kind() == HunkLine.Kind.ADDED ? 0 : 1;
        newLeft -= line.kind() == HunkLine.Kind.REMOVED ? 0 : 1;
        read.add(line);
    }

    private static HunkLine signed(String text) {
        HunkLine.Kind kind = switch (text.charAt(0)) {
            case '-' -> HunkLine.Kind.REMOVED;
            case '+' -> HunkLine.Kind.ADDED;
            default -> HunkLine.Kind.CONTEXT;
        };
        return new HunkLine(kind, text.substring(1));
    }

    private void cutNewline() {
        if (!read.isEmpty() && read.getLast().text().endsWith("\n")) {
            HunkLine last = read.removeLast();
            read.add(new HunkLine(
                    last.kind(), last.text().substring(0, last.text().length() - 1)));
        }
    }
}
