package dev.monkeywrench.junitrun;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The tests that were found, one part after the other. The runs of one method (its repetitions, its sets of parameters)
 * are told apart only while they run: they stay together.
 *
 * @param first those that run before all others
 * @param then those that come next
 * @param others in the order in which they were found
 */
record Turns(List<UniqueId> first, List<UniqueId> then, List<UniqueId> others) {

    /** Empty where not every one of the first was found. */
    static Optional<Turns> of(Plan plan, TestPlan found) {
        long wanted = plan.first().stream().map(Turns::method).distinct().count();
        Turns turns = inAnyCase(plan, found);
        long there = turns.first().stream()
                .map(id -> method(TestName.of(found.getTestIdentifier(id)).id()))
                .distinct()
                .count();
        return there == wanted ? Optional.of(turns) : Optional.empty();
    }

    /** Whichever of the first were found. */
    static Turns inAnyCase(Plan plan, TestPlan found) {
        Map<String, Integer> ranks = new HashMap<>();
        plan.first().forEach(name -> ranks.putIfAbsent(method(name), ranks.size()));
        int ofFirst = ranks.size();
        plan.then().forEach(name -> ranks.putIfAbsent(method(name), ranks.size()));
        Map<Integer, List<UniqueId>> byRank = new HashMap<>();
        List<UniqueId> others = new ArrayList<>();
        for (TestIdentifier leaf : leaves(found)) {
            Integer rank = ranks.get(method(TestName.of(leaf).id()));
            (rank == null ? others : byRank.computeIfAbsent(rank, any -> new ArrayList<>()))
                    .add(leaf.getUniqueIdObject());
        }
        List<UniqueId> first = new ArrayList<>();
        List<UniqueId> then = new ArrayList<>();
        byRank.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(entry -> (entry.getKey() < ofFirst ? first : then).addAll(entry.getValue()));
        return new Turns(first, then, others);
    }

    private static List<TestIdentifier> leaves(TestPlan found) {
        List<TestIdentifier> leaves = new ArrayList<>();
        for (TestIdentifier root : found.getRoots()) {
            addLeaves(root, found, leaves);
        }
        return leaves;
    }

    private static void addLeaves(TestIdentifier from, TestPlan found, List<TestIdentifier> leaves) {
        Set<TestIdentifier> children = found.getChildren(from);
        if (children.isEmpty() && from.getParentIdObject().isPresent()) {
            leaves.add(from);
        }
        children.forEach(child -> addLeaves(child, found, leaves));
    }

    private static String method(String name) {
        int bracket = name.indexOf('[');
        return bracket < 0 ? name : name.substring(0, bracket);
    }
}
