package dev.monkeywrench.patch;

import java.util.List;

/**
 * Neighbouring changes of one file, with the lines around them.
 *
 * @param oldStart index of the first line in the old text, from 0
 * @param newStart index of the first line in the new text, from 0
 */
public record Hunk(int oldStart, int newStart, List<HunkLine> lines) {

    public Hunk {
        lines = List.copyOf(lines);
        if (oldStart < 0 || newStart < 0) {
            throw new IllegalArgumentException("A hunk starts at line 0 at least");
        }
    }

    /** The lines as they must be before: context and what is removed. */
    public List<String> oldLines() {
        return lines.stream()
                .filter(line -> line.kind() != HunkLine.Kind.ADDED)
                .map(HunkLine::text)
                .toList();
    }

    /** The lines as they are afterwards: context and what is added. */
    public List<String> newLines() {
        return lines.stream()
                .filter(line -> line.kind() != HunkLine.Kind.REMOVED)
                .map(HunkLine::text)
                .toList();
    }

    /** How many lines longer the file is afterwards. */
    int growth() {
        int growth = 0;
        for (HunkLine line : lines) {
            growth += switch (line.kind()) {
                case ADDED -> 1;
                case REMOVED -> -1;
                case CONTEXT -> 0;
            };
        }
        return growth;
    }

    void printTo(StringBuilder out) {
        long added = count(HunkLine.Kind.ADDED);
        long removed = count(HunkLine.Kind.REMOVED);
        long context = lines.size() - added - removed;
        out.append("@@ -").append(range(oldStart, context + removed));
        out.append(" +").append(range(newStart, context + added)).append(" @@\n");
        lines.forEach(line -> line.printTo(out));
    }

    private long count(HunkLine.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }

    /** Git counts from 1, but names the line before an empty range. */
    private static String range(int start, long count) {
        long first = count == 0 ? start : start + 1L;
        return count == 1 ? Long.toString(first) : first + "," + count;
    }
}
