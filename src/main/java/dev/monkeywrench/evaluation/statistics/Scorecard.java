package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.evaluation.statistics.InstanceScore.Selected;
import dev.monkeywrench.evaluation.statistics.SampleCounts.StoppedEarly;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;

/**
 * An evaluation on one card: what selection reached, between what chance would (random pick) and what an oracle could
 * (coverage), and at what price.
 *
 * @param covered instances with at least one resolved sample, which needs an oracle
 * @param score instances whose selected patch is resolved
 * @param randomPick share resolved by one sample at random, as pass@1; empty when a run stopped early, which biases it
 * @param patches samples that were a patch at all
 * @param dollars empty when one charge has no known price
 * @param flops empty when one instance's are unknown
 */
public record Scorecard(
        int instances,
        int stoppedEarly,
        int samples,
        int covered,
        int score,
        OptionalDouble randomPick,
        int patches,
        int distinctPatches,
        Optional<BigDecimal> dollars,
        OptionalDouble flops) {

    /**
     * Adds up instances, each once.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static Scorecard of(Collection<InstanceScore> scores) {
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("There are no instances to score; evaluate at least one");
        }
        List<SampleCounts> counts = scores.stream().map(InstanceScore::counts).toList();
        int stopped =
                (int) counts.stream().filter(StoppedEarly.class::isInstance).count();
        return new Scorecard(
                scores.size(),
                stopped,
                sum(scores, one -> one.counts().samples()),
                sum(scores, one -> one.isCovered() ? 1 : 0),
                sum(scores, one -> one.selected() == Selected.RESOLVED ? 1 : 0),
                stopped > 0 ? OptionalDouble.empty() : OptionalDouble.of(new PassAtK(FixedCounts.of(counts)).at(1)),
                sum(scores, InstanceScore::patches),
                sum(scores, InstanceScore::distinctPatches),
                dollars(scores),
                flops(scores));
    }

    public double coverage() {
        return covered / (double) instances;
    }

    public double scoreShare() {
        return score / (double) instances;
    }

    /** Share of the way from random pick to coverage that selection went; empty where there is no way between them. */
    public OptionalDouble recovered() {
        if (randomPick.isEmpty() || coverage() <= randomPick.getAsDouble()) {
            return OptionalDouble.empty();
        }
        double random = randomPick.getAsDouble();
        return OptionalDouble.of((scoreShare() - random) / (coverage() - random));
    }

    /** Distinct patches of an instance over its patches, all instances together; empty without patches. */
    public OptionalDouble uniquePatchRate() {
        return patches == 0 ? OptionalDouble.empty() : OptionalDouble.of(distinctPatches / (double) patches);
    }

    /** Total charges over instances whose selected patch is resolved; empty when none is, or a price is unknown. */
    public Optional<BigDecimal> costPerResolved() {
        return score == 0
                ? Optional.empty()
                : dollars.map(total -> total.divide(BigDecimal.valueOf(score), MathContext.DECIMAL64));
    }

    /** Total operations over the instances that are covered; empty when none is, or their number is unknown. */
    public OptionalDouble flopsPerCovered() {
        return covered == 0 || flops.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(flops.getAsDouble() / covered);
    }

    /** Total operations over the instances whose selected patch is resolved; empty when none is, or it is unknown. */
    public OptionalDouble flopsPerResolved() {
        return score == 0 || flops.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(flops.getAsDouble() / score);
    }

    private static int sum(Collection<InstanceScore> scores, ToIntFunction<InstanceScore> value) {
        return scores.stream().mapToInt(value).sum();
    }

    private static Optional<BigDecimal> dollars(Collection<InstanceScore> scores) {
        return scores.stream().allMatch(one -> one.dollars().isPresent())
                ? scores.stream().flatMap(one -> one.dollars().stream()).reduce(BigDecimal::add)
                : Optional.empty();
    }

    private static OptionalDouble flops(Collection<InstanceScore> scores) {
        return scores.stream().allMatch(one -> one.flops().isPresent())
                ? OptionalDouble.of(scores.stream()
                        .mapToDouble(one -> one.flops().getAsDouble())
                        .sum())
                : OptionalDouble.empty();
    }
}
