package dev.monkeywrench.evaluation.report;

import dev.monkeywrench.evaluation.statistics.InstanceScore;
import dev.monkeywrench.evaluation.statistics.InstanceScore.Selected;
import dev.monkeywrench.evaluation.statistics.SampleCounts;
import dev.monkeywrench.evaluation.statistics.SampleSequence;
import dev.monkeywrench.instance.InstanceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One instance and its samples, in the order of their index.
 *
 * @param stoppedEarly whether the number of samples hung on what came out
 * @param overhead dollars for preparing and observing; empty: unknown
 */
public record EvaluatedInstance(
        InstanceId instance,
        String repository,
        boolean stoppedEarly,
        List<EvaluatedSample> samples,
        Selected selected,
        Optional<BigDecimal> overhead) {

    public EvaluatedInstance {
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException(
                    instance + " has no samples to report; leave it to the list of problems");
        }
    }

    int resolved() {
        return (int) samples.stream().filter(EvaluatedSample::isResolved).count();
    }

    boolean isCovered() {
        return resolved() > 0;
    }

    /** All its charges. */
    Optional<BigDecimal> dollars() {
        return samples.stream()
                .map(EvaluatedSample::dollars)
                .reduce(overhead, (sum, next) -> sum.flatMap(ours -> next.map(ours::add)));
    }

    SampleSequence sequence() {
        return new SampleSequence(
                instance, samples.stream().map(EvaluatedSample::isResolved).toList());
    }

    boolean calledModels() {
        return samples.stream().anyMatch(sample -> sample.use().isPresent());
    }

    /** Of the models; samplers without one add nothing. Empty: unknown. */
    private OptionalDouble flops() {
        double sum = 0;
        for (EvaluatedSample sample : samples) {
            OptionalDouble flops = sample.use().map(ModelUse::flops).orElse(OptionalDouble.of(0));
            if (flops.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += flops.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    /**
     * What it adds to the scorecard.
     *
     * @param counted whether the evaluation's calls of models are recorded
     */
    InstanceScore score(boolean counted) {
        List<EvaluatedSample> patches =
                samples.stream().filter(sample -> sample.outcome().isPatch()).toList();
        int distinct =
                (int) patches.stream().filter(sample -> !sample.duplicate()).count();
        return new InstanceScore(
                counts(), patches.size(), distinct, selected, dollars(), counted ? flops() : OptionalDouble.empty());
    }

    private SampleCounts counts() {
        return stoppedEarly
                ? new SampleCounts.StoppedEarly(instance, samples.size(), resolved())
                : new SampleCounts.FixedN(instance, samples.size(), resolved());
    }
}
