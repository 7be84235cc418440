package dev.monkeywrench.evaluation.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One row of a table by repository or by arm.
 *
 * @param covered instances with at least one resolved sample of this group
 * @param dollars of its samples, and by repository the overhead; empty: unknown
 */
public record Group(String name, int instances, int covered, int samples, int resolved, Optional<BigDecimal> dollars) {

    static List<Group> byRepository(List<EvaluatedInstance> instances) {
        Map<String, Group> groups = new TreeMap<>();
        for (EvaluatedInstance one : instances) {
            Group alone = new Group(
                    one.repository(), 1, one.isCovered() ? 1 : 0, one.samples().size(), one.resolved(), one.dollars());
            groups.merge(alone.name, alone, Group::plus);
        }
        return List.copyOf(groups.values());
    }

    static List<Group> byArm(List<EvaluatedInstance> instances) {
        Map<String, Group> groups = new TreeMap<>();
        for (EvaluatedInstance one : instances) {
            Map<String, List<EvaluatedSample>> arms = new TreeMap<>();
            one.samples()
                    .forEach(sample -> arms.computeIfAbsent(sample.arm(), arm -> new ArrayList<>())
                            .add(sample));
            arms.forEach((arm, samples) -> groups.merge(arm, ofArm(arm, samples), Group::plus));
        }
        return List.copyOf(groups.values());
    }

    private static Group ofArm(String arm, List<EvaluatedSample> samples) {
        int resolved =
                (int) samples.stream().filter(EvaluatedSample::isResolved).count();
        return new Group(
                arm,
                1,
                resolved > 0 ? 1 : 0,
                samples.size(),
                resolved,
                sum(samples.stream().map(EvaluatedSample::dollars)));
    }

    private Group plus(Group other) {
        return new Group(
                name,
                instances + other.instances,
                covered + other.covered,
                samples + other.samples,
                resolved + other.resolved,
                sum(Stream.of(dollars, other.dollars)));
    }

    private static Optional<BigDecimal> sum(Stream<Optional<BigDecimal>> parts) {
        return parts.reduce(Optional.of(BigDecimal.ZERO), (sum, next) -> sum.flatMap(ours -> next.map(ours::add)));
    }
}
