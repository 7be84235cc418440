package dev.monkeywrench.sampling.mutation;

import dev.monkeywrench.sampling.mutation.template.Change;
import dev.monkeywrench.sampling.mutation.template.Unit;
import java.util.List;

/**
 * A changed file, told by the changes.
 *
 * @param template in words
 * @param line where it begins, from 1
 * @param score logarithm of how likely it is right, relative to the others
 */
record Mutant(Unit unit, List<Change> changes, String template, int line, double score) {

    private static final int LONGEST_SHOWN = 70;

    String changedText() {
        return Change.applied(unit.tree().text(), changes);
    }

    /** The changed one of the parts at the top of the file, or all of it: enough to see whether it still parses. */
    String changedPart() {
        int start = changes.stream().mapToInt(Change::start).min().orElse(0);
        int end = changes.stream().mapToInt(Change::end).max().orElse(0);
        return unit.tree().root().parts().stream()
                .filter(part -> part.start() <= start && end <= part.end())
                .findFirst()
                .map(part -> Change.applied(unit.text(part), moved(-part.start())))
                .orElseGet(this::changedText);
    }

    private List<Change> moved(int by) {
        return changes.stream()
                .map(change -> new Change(change.start() + by, change.end() + by, change.replacement()))
                .toList();
    }

    Mutant scored(double other) {
        return new Mutant(unit, changes, template, line, other);
    }

    boolean overlaps(Mutant other) {
        return changes.stream().anyMatch(own -> other.changes.stream().anyMatch(own::overlaps));
    }

    /** The template, the place, and the line before and after. */
    String origin() {
        Region region = Region.of(unit.tree(), changes);
        return template + ", " + unit.path() + ":" + line + ": " + shown(region.before()) + " → "
                + shown(region.after());
    }

    private static String shown(String text) {
        String flat = text.strip().replaceAll("\\s*\\R\\s*", " ⏎ ");
        return flat.length() <= LONGEST_SHOWN ? flat : flat.substring(0, LONGEST_SHOWN - 1) + "…";
    }
}
