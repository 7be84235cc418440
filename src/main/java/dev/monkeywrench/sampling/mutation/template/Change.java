package dev.monkeywrench.sampling.mutation.template;

import java.util.Comparator;
import java.util.List;

/**
 * Part of a text gives way to another.
 *
 * @param start as offsets in the unchanged text
 */
public record Change(int start, int end, String replacement) {

    public Change {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A change has a start, and an end not before it");
        }
    }

    /** Applies changes that do not overlap. */
    public static String applied(String text, List<Change> changes) {
        StringBuilder changed = new StringBuilder(text);
        changes.stream()
                .sorted(Comparator.comparingInt(Change::start)
                        .thenComparingInt(Change::end)
                        .reversed())
                .forEach(change -> changed.replace(change.start(), change.end(), change.replacement()));
        return changed.toString();
    }

    /** Whether the two touch the same text. */
    public boolean overlaps(Change other) {
        return (start < other.end && other.start < end) || start == other.start;
    }
}
