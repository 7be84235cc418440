package dev.monkeywrench.patch;

import java.util.ArrayList;
import java.util.List;

/** Groups changed regions into hunks with three lines of context. */
final class Hunks {

    private static final int CONTEXT = 3;

    private Hunks() {}

    /** The hunks that turn one text into the other. */
    static List<Hunk> between(List<String> before, List<String> after) {
        return between(before, after, 0, 0);
    }

    /** The same where the texts are parts of files and begin there at the given lines. */
    static List<Hunk> between(List<String> before, List<String> after, int oldOffset, int newOffset) {
        List<Hunk> hunks = new ArrayList<>();
        List<LineDiff.Region> group = new ArrayList<>();
        for (LineDiff.Region region : LineDiff.between(before, after)) {
            if (!group.isEmpty() && region.oldFrom() - group.getLast().oldTo() > 2 * CONTEXT) {
                hunks.add(hunk(group, before, after, oldOffset, newOffset));
                group.clear();
            }
            group.add(region);
        }
        if (!group.isEmpty()) {
            hunks.add(hunk(group, before, after, oldOffset, newOffset));
        }
        return hunks;
    }

    private static Hunk hunk(
            List<LineDiff.Region> group, List<String> before, List<String> after, int oldOffset, int newOffset) {
        LineDiff.Region first = group.getFirst();
        int from = Math.max(0, first.oldFrom() - CONTEXT);
        int to = Math.min(before.size(), group.getLast().oldTo() + CONTEXT);
        List<HunkLine> lines = new ArrayList<>();
        int at = from;
        for (LineDiff.Region region : group) {
            put(lines, HunkLine.Kind.CONTEXT, before.subList(at, region.oldFrom()));
            put(lines, HunkLine.Kind.REMOVED, before.subList(region.oldFrom(), region.oldTo()));
            put(lines, HunkLine.Kind.ADDED, after.subList(region.newFrom(), region.newTo()));
            at = region.oldTo();
        }
        put(lines, HunkLine.Kind.CONTEXT, before.subList(at, to));
        int newFrom = first.newFrom() - (first.oldFrom() - from);
        return new Hunk(oldOffset + from, newOffset + newFrom, lines);
    }

    private static void put(List<HunkLine> lines, HunkLine.Kind kind, List<String> texts) {
        texts.forEach(text -> lines.add(new HunkLine(kind, text)));
    }
}
