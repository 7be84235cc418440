package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.report.ComparedInstance;
import dev.monkeywrench.evaluation.statistics.FixedCounts;
import dev.monkeywrench.evaluation.statistics.SampleCounts.FixedN;
import dev.monkeywrench.run.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The runs of two evaluations of the same instances.
 *
 * @param first by the id of the instance, in order, as is {@code second}: those that both have
 * @param leftOut instances that only one of the two has
 */
record PairedRuns(TreeMap<String, ReportedRun> first, TreeMap<String, ReportedRun> second, int leftOut) {

    /**
     * Finds what both have.
     *
     * @throws IllegalArgumentException when that is nothing
     */
    static PairedRuns of(EvaluationRecord first, EvaluationRecord second) {
        TreeMap<String, ReportedRun> left = byInstance(first);
        TreeMap<String, ReportedRun> right = byInstance(second);
        int all = left.size() + right.size();
        left.keySet().retainAll(right.keySet());
        right.keySet().retainAll(left.keySet());
        if (left.isEmpty()) {
            throw new IllegalArgumentException("'" + first.name() + "' and '" + second.name()
                    + "' have no instance in common; compare evaluations of one suite");
        }
        return new PairedRuns(left, right, all - 2 * left.size());
    }

    /** Of two runs of an instance the later counts. */
    private static TreeMap<String, ReportedRun> byInstance(EvaluationRecord record) {
        TreeMap<String, ReportedRun> runs = new TreeMap<>();
        record.runs().forEach(run -> runs.put(run.instance().value(), run));
        return runs;
    }

    List<ComparedInstance> instances() {
        List<ComparedInstance> instances = new ArrayList<>();
        first.forEach((id, run) -> Optional.ofNullable(second.get(id))
                .ifPresent(other -> instances.add(new ComparedInstance(
                        id, resolved(run) > 0, resolved(other) > 0, run.dollars(), other.dollars()))));
        return instances;
    }

    /** How often what was drawn passed; empty where a run stopped early or has no samples, as no curve can be made of them. */
    static Optional<FixedCounts> counts(Map<String, ReportedRun> runs) {
        boolean fixed = runs.values().stream()
                .noneMatch(run -> run.stopsEarly() || run.samples().isEmpty());
        return fixed
                ? Optional.of(new FixedCounts(runs.values().stream()
                        .map(run -> new FixedN(run.instance(), run.samples().size(), resolved(run)))
                        .toList()))
                : Optional.empty();
    }

    /** Samples whose patch passed; a duplicate has the verdict of the patch that it repeats. */
    private static int resolved(ReportedRun run) {
        Set<String> passed = run.samples().stream()
                .filter(sample -> sample.verdict().equals(Optional.of(VerdictKind.PASSED)))
                .flatMap(sample -> sample.digest().stream())
                .collect(Collectors.toSet());
        return (int) run.samples().stream()
                .filter(sample -> sample.digest().filter(passed::contains).isPresent())
                .count();
    }
}
