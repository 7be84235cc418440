package dev.monkeywrench.patch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The changed regions between two lists of lines, by patience diff: lines that occur once on either side are the
 * anchors. Time grows as n log n; where anchors are missing in a large region, the region counts as replaced.
 */
final class LineDiff {

    /** Cells of the table of a region without anchors: a few milliseconds at most. */
    private static final long MOST_CELLS = 1L << 20;

    private static final int MOST_DEPTH = 40;

    /** Lines of the old text, replaced by lines of the new; from is inclusive, to is exclusive. */
    record Region(int oldFrom, int oldTo, int newFrom, int newTo) {}

    private final int[] before;
    private final int[] after;
    private final boolean[] removed;
    private final boolean[] added;
    private final Anchors anchors;

    private LineDiff(int[] before, int[] after, int distinct) {
        this.before = before;
        this.after = after;
        this.removed = new boolean[before.length];
        this.added = new boolean[after.length];
        this.anchors = new Anchors(before, after, distinct);
    }

    static List<Region> between(List<String> before, List<String> after) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] left = numbered(before, numbers);
        int[] right = numbered(after, numbers);
        LineDiff diff = new LineDiff(left, right, numbers.size());
        diff.compare(new Region(0, left.length, 0, right.length), 0);
        return diff.settled(diff.regions());
    }

    private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
        int[] result = new int[lines.size()];
        for (int i = 0; i < result.length; i++) {
            int next = numbers.size();
            Integer known = numbers.putIfAbsent(lines.get(i), next);
            result[i] = known == null ? next : known;
        }
        return result;
    }

    private void compare(Region whole, int depth) {
        Region region = trimmed(whole);
        if (region.oldFrom == region.oldTo || region.newFrom == region.newTo) {
            replace(region);
            return;
        }
        List<Anchors.Anchor> found = depth < MOST_DEPTH ? anchors.in(region) : List.of();
        if (found.isEmpty()) {
            compareWithoutAnchors(region);
            return;
        }
        int a = region.oldFrom;
        int b = region.newFrom;
        for (Anchors.Anchor anchor : found) {
            compare(new Region(a, anchor.before(), b, anchor.after()), depth + 1);
            a = anchor.before() + 1;
            b = anchor.after() + 1;
        }
        compare(new Region(a, region.oldTo, b, region.newTo), depth + 1);
    }

    /** Without the lines that are alike at the beginning and at the end. */
    private Region trimmed(Region region) {
        int a = region.oldFrom;
        int b = region.newFrom;
        while (a < region.oldTo && b < region.newTo && before[a] == after[b]) {
            a++;
            b++;
        }
        int aEnd = region.oldTo;
        int bEnd = region.newTo;
        while (a < aEnd && b < bEnd && before[aEnd - 1] == after[bEnd - 1]) {
            aEnd--;
            bEnd--;
        }
        return new Region(a, aEnd, b, bEnd);
    }

    private void replace(Region region) {
        Arrays.fill(removed, region.oldFrom, region.oldTo, true);
        Arrays.fill(added, region.newFrom, region.newTo, true);
    }

    private void compareWithoutAnchors(Region region) {
        int rows = region.oldTo - region.oldFrom;
        int columns = region.newTo - region.newFrom;
        replace(region);
        if ((rows + 1L) * (columns + 1L) > MOST_CELLS) {
            return;
        }
        int[][] longest = longestCommon(region, rows, columns);
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            int a = region.oldFrom + i;
            int b = region.newFrom + j;
            if (before[a] == after[b]) {
                removed[a] = false;
                added[b] = false;
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** At [i][j]: how long the longest common subsequence is after the first i and j lines of the region. */
    private int[][] longestCommon(Region region, int rows, int columns) {
        int[][] longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] = before[region.oldFrom + i] == after[region.newFrom + j]
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private List<Region> regions() {
        List<Region> regions = new ArrayList<>();
        int a = 0;
        int b = 0;
        while (a < before.length || b < after.length) {
            int aFrom = a;
            int bFrom = b;
            while (a < before.length && removed[a]) {
                a++;
            }
            while (b < after.length && added[b]) {
                b++;
            }
            if (a > aFrom || b > bFrom) {
                regions.add(new Region(aFrom, a, bFrom, b));
            } else {
                a++;
                b++;
            }
        }
        return regions;
    }

    /** Each pure insertion or deletion as far down as it goes, as Git has it: one change has one form. */
    private List<Region> settled(List<Region> regions) {
        Deque<Region> settled = new ArrayDeque<>();
        int limit = before.length;
        for (Region region : regions.reversed()) {
            Region low = lowered(region, limit);
            Region next = settled.peekFirst();
            if (next != null && next.oldFrom == low.oldTo) {
                settled.removeFirst();
                low = new Region(low.oldFrom, next.oldTo, low.newFrom, next.newTo);
            }
            settled.addFirst(low);
            limit = low.oldFrom;
        }
        return List.copyOf(settled);
    }

    private Region lowered(Region region, int limit) {
        boolean insertion = region.oldFrom == region.oldTo;
        if (!insertion && region.newFrom != region.newTo) {
            return region;
        }
        int[] side = insertion ? after : before;
        int from = insertion ? region.newFrom : region.oldFrom;
        int to = insertion ? region.newTo : region.oldTo;
        int most = limit - region.oldTo;
        int shift = 0;
        while (shift < most && side[from + shift] == side[to + shift]) {
            shift++;
        }
        return new Region(region.oldFrom + shift, region.oldTo + shift, region.newFrom + shift, region.newTo + shift);
    }
}
