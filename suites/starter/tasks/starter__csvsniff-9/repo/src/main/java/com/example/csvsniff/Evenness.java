package com.example.csvsniff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How evenly a way of reading cuts rows: the more rows have the commonest number of fields, the better. */
final class Evenness {

    private Evenness() {}

    /**
     * A score from 0 to a little above 1. One field a row is no evidence at all; among readings that are as even, the
     * one with more fields is a little better.
     */
    static double of(List<List<String>> rows) {
        int fields = commonestSize(rows);
        if (fields < 2) {
            return 0;
        }
        long even = rows.stream().filter(row -> row.size() == fields).count();
        double share = (double) even / rows.size();
        return share + Math.min(fields, 100) / 1000.0;
    }

    static int commonestSize(List<List<String>> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        int commonest = 0;
        for (List<String> row : rows) {
            int count = counts.merge(row.size(), 1, Integer::sum);
            int best = counts.getOrDefault(commonest, 0);
            if (count > best || (count == best && row.size() > commonest)) {
                commonest = row.size();
            }
        }
        return commonest;
    }
}
