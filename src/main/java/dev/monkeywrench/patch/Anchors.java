package dev.monkeywrench.patch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines that occur exactly once in both halves of a region, thinned to those that keep their order. */
final class Anchors {

    /** The same line at its place in the old and in the new text. */
    record Anchor(int before, int after) {}

    private final int[] before;
    private final int[] after;
    private final int[] countBefore;
    private final int[] countAfter;
    private final int[] placeAfter;

    Anchors(int[] before, int[] after, int distinct) {
        this.before = before;
        this.after = after;
        this.countBefore = new int[distinct];
        this.countAfter = new int[distinct];
        this.placeAfter = new int[distinct];
    }

    /** In time n log n of the region's lines. */
    List<Anchor> in(LineDiff.Region region) {
        for (int a = region.oldFrom(); a < region.oldTo(); a++) {
            countBefore[before[a]]++;
        }
        for (int b = region.newFrom(); b < region.newTo(); b++) {
            countAfter[after[b]]++;
            placeAfter[after[b]] = b;
        }
        List<Anchor> unique = new ArrayList<>();
        for (int a = region.oldFrom(); a < region.oldTo(); a++) {
            int line = before[a];
            if (countBefore[line] == 1 && countAfter[line] == 1) {
                unique.add(new Anchor(a, placeAfter[line]));
            }
        }
        forget(region);
        return longestIncreasing(unique);
    }

    private void forget(LineDiff.Region region) {
        for (int a = region.oldFrom(); a < region.oldTo(); a++) {
            countBefore[before[a]] = 0;
        }
        for (int b = region.newFrom(); b < region.newTo(); b++) {
            countAfter[after[b]] = 0;
        }
    }

    /** Patience sorting: piles hold the smallest end of a rising row of each length. */
    private static List<Anchor> longestIncreasing(List<Anchor> anchors) {
        int[] ends = new int[anchors.size()];
        int[] endOfPile = new int[anchors.size()];
        int[] previous = new int[anchors.size()];
        int piles = 0;
        for (int i = 0; i < anchors.size(); i++) {
            int found = Arrays.binarySearch(ends, 0, piles, anchors.get(i).after());
            int pile = -found - 1; // places are distinct, so nothing is ever found
            ends[pile] = anchors.get(i).after();
            endOfPile[pile] = i;
            previous[i] = pile == 0 ? -1 : endOfPile[pile - 1];
            piles = Math.max(piles, pile + 1);
        }
        List<Anchor> row = new ArrayList<>();
        for (int i = piles == 0 ? -1 : endOfPile[piles - 1]; i >= 0; i = previous[i]) {
            row.add(anchors.get(i));
        }
        return row.reversed();
    }
}
