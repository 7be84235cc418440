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
