package dev.monkeywrench.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Finds runs of lines in a file, in time that grows with both lengths together. */
final class Passages {

    private static final int MOST_FOUND = 50;

    private Passages() {}

    /** Where the run begins in the file, each place an index from 0; the first {@value #MOST_FOUND} of them. */
    static List<Integer> find(List<String> file, List<String> run, UnaryOperator<String> likeness) {
        List<String> needle = run.stream().map(likeness).toList();
        int[] border = borders(needle);
        List<Integer> found = new ArrayList<>();
        int matched = 0;
        for (int i = 0; i < file.size() && !needle.isEmpty() && found.size() < MOST_FOUND; i++) {
            String line = likeness.apply(file.get(i));
            while (matched > 0 && !needle.get(matched).equals(line)) {
                matched = border[matched - 1];
            }
            if (needle.get(matched).equals(line)) {
                matched++;
            }
            if (matched == needle.size()) {
                found.add(i - matched + 1);
                matched = border[matched - 1];
            }
        }
        return found;
    }

    /** Knuth, Morris and Pratt: how long a beginning of the run its first i lines end with. */
    private static int[] borders(List<String> needle) {
        int[] border = new int[needle.size()];
        int length = 0;
        for (int i = 1; i < border.length; i++) {
            while (length > 0 && !needle.get(i).equals(needle.get(length))) {
                length = border[length - 1];
            }
            if (needle.get(i).equals(needle.get(length))) {
                length++;
            }
            border[i] = length;
        }
        return border;
    }
}
