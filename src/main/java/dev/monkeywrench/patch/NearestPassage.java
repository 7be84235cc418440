package dev.monkeywrench.patch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the lines of a file most like some that were looked for in vain, to say how they differ. */
final class NearestPassage {

    private static final int MOST_PLACES = 32;
    private static final int MOST_SHOWN = 3;
    private static final int MOST_WIDTH = 160;

    private NearestPassage() {}

    /** A sentence that names the nearest lines and the first that differ; empty where no line is alike. */
    static Optional<String> describe(List<String> file, List<String> search) {
        Map<Integer, Integer> votes = new HashMap<>();
        Map<String, List<Integer>> places = places(file);
        for (int i = 0; i < search.size(); i++) {
            for (int place : places.getOrDefault(search.get(i).strip(), List.of())) {
                votes.merge(place - i, 1, Integer::sum);
            }
        }
        return votes.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                .map(best -> describe(file, search, best.getKey()));
    }

    private static Map<String, List<Integer>> places(List<String> file) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < file.size(); i++) {
            String line = file.get(i).strip();
            List<Integer> known = places.computeIfAbsent(line, key -> new ArrayList<>());
            if (!line.isEmpty() && known.size() < MOST_PLACES) {
                known.add(i);
            }
        }
        return places;
    }

    private static String describe(List<String> file, List<String> search, int start) {
        int from = Math.max(0, start);
        int to = Math.min(file.size(), start + search.size());
        StringBuilder text = new StringBuilder("the nearest lines, ");
        text.append(from + 1).append(" to ").append(to).append(", differ:");
        int shown = 0;
        for (int i = 0; i < search.size() && shown < MOST_SHOWN; i++) {
            boolean inside = start + i >= 0 && start + i < file.size();
            String there = inside ? Lines.content(file.get(start + i)) : "";
            String asked = Lines.content(search.get(i));
            if (!there.equals(asked)) {
                text.append(shown++ == 0 ? " " : "; ");
                text.append("line ").append(start + i + 1).append(inside ? " is " : " is past the file: ");
                text.append(inside ? shortened(there) + " where SEARCH has " : "SEARCH has ")
                        .append(shortened(asked));
            }
        }
        return text.toString();
    }

    private static String shortened(String line) {
        return "`" + (line.length() > MOST_WIDTH ? line.substring(0, MOST_WIDTH) + "…" : line) + "`";
    }
}
