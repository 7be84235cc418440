package dev.monkeywrench.evaluation.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One row of a table by repository or by arm.
 *
 * @param covered instances with at least one resolved sample of this group
 * @param promptTokens of the calls of models for its samples; empty: unknown, as are the others
 * @param dollars of its samples, and by repository the overhead
 */
public record Group(
        String name,
        int instances,
        int covered,
        int samples,
        int resolved,
        OptionalLong promptTokens,
        OptionalLong completionTokens,
        Optional<BigDecimal> dollars) {

    /** Empty where nothing is covered, or a price is unknown. */
    Optional<BigDecimal> dollarsPerCovered() {
        return covered == 0
                ? Optional.empty()
                : dollars.map(all -> all.divide(BigDecimal.valueOf(covered), MathContext.DECIMAL64));
    }

    static List<Group> byRepository(List<EvaluatedInstance> instances) {
        Map<String, Group> groups = new TreeMap<>();
        for (EvaluatedInstance one : instances) {
            Group alone = of(one.repository(), one.samples(), one.dollars());
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
            arms.forEach((arm, samples) -> groups.merge(arm, of(arm, samples, dollars(samples)), Group::plus));
        }
        return List.copyOf(groups.values());
    }

    private static Group of(String name, List<EvaluatedSample> samples, Optional<BigDecimal> dollars) {
        int resolved =
                (int) samples.stream().filter(EvaluatedSample::isResolved).count();
        return new Group(
                name,
                1,
                resolved > 0 ? 1 : 0,
                samples.size(),
                resolved,
                tokens(samples, ModelUse::promptTokens),
                tokens(samples, ModelUse::completionTokens),
                dollars);
    }

    private Group plus(Group other) {
        return new Group(
                name,
                instances + other.instances,
                covered + other.covered,
                samples + other.samples,
                resolved + other.resolved,
                sum(promptTokens, other.promptTokens),
                sum(completionTokens, other.completionTokens),
                sum(Stream.of(dollars, other.dollars)));
    }

    private static Optional<BigDecimal> dollars(List<EvaluatedSample> samples) {
        return sum(samples.stream().map(EvaluatedSample::dollars));
    }

    /** Where samples' costs were not written down, whether a model was called is unknown too. */
    private static OptionalLong tokens(List<EvaluatedSample> samples, Function<ModelUse, OptionalLong> part) {
        OptionalLong sum = OptionalLong.of(0);
        for (EvaluatedSample sample : samples) {
            OptionalLong called = sample.judging().isEmpty() ? OptionalLong.empty() : OptionalLong.of(0);
            sum = sum(sum, sample.use().map(part).orElse(called));
        }
        return sum;
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(one.getAsLong() + other.getAsLong())
                : OptionalLong.empty();
    }

    private static Optional<BigDecimal> sum(Stream<Optional<BigDecimal>> parts) {
        return parts.reduce(Optional.of(BigDecimal.ZERO), (sum, next) -> sum.flatMap(ours -> next.map(ours::add)));
    }
}
