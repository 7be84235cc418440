package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.instance.InstanceId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one evaluation resolved of its suite. Whatever could not be judged stays in the suite: it is not resolved.
 *
 * @param label of the system or of the evaluation
 */
public record Resolved(String label, Set<InstanceId> suite, Set<InstanceId> resolved) {

    public Resolved {
        suite = Set.copyOf(suite);
        resolved = Set.copyOf(resolved);
        if (suite.isEmpty() || !suite.containsAll(resolved)) {
            throw new IllegalArgumentException(label + " resolved instances that are not in its suite");
        }
    }

    public double share() {
        return resolved.size() / (double) suite.size();
    }

    /** What at least one of them resolved: the coverage of an ensemble whose every patch is tried by an oracle. */
    public static Resolved union(String label, List<Resolved> parts) {
        Set<InstanceId> together = new HashSet<>();
        for (Resolved part : parts) {
            part.requireSuiteOf(parts.getFirst());
            together.addAll(part.resolved);
        }
        return new Resolved(label, parts.getFirst().suite, together);
    }

    int lackedBy(Resolved other) {
        requireSuiteOf(other);
        return (int)
                resolved.stream().filter(id -> !other.resolved.contains(id)).count();
    }

    private void requireSuiteOf(Resolved other) {
        if (!suite.equals(other.suite)) {
            throw new IllegalArgumentException(
                    "%s and %s were not evaluated on the same instances; compare them on those that both have"
                            .formatted(other.label, label));
        }
    }
}
