package dev.monkeywrench.evaluation.report;

import dev.monkeywrench.evaluation.statistics.Bootstrap;
import dev.monkeywrench.evaluation.statistics.FalsePositives;
import dev.monkeywrench.evaluation.statistics.FalsePositives.Held;
import dev.monkeywrench.evaluation.statistics.Interval;
import dev.monkeywrench.evaluation.statistics.VerifierError;
import java.util.List;
import java.util.Optional;

/**
 * How many samples that pass are wrong all the same, and how far sampling can go with tests that let them pass.
 *
 * @param ceiling chance that the first sample that passes is right, with samples without end
 * @param ceilingInterval over instances
 */
public record WrongPasses(FalsePositives estimate, double share, double ceiling, Interval ceilingInterval) {

    /** Empty where held-out tests judged no sample that passed. */
    static Optional<WrongPasses> of(List<EvaluatedInstance> instances, Bootstrap bootstrap) {
        List<Held> held = instances.stream().map(WrongPasses::held).toList();
        int passing = held.stream().mapToInt(Held::passing).sum();
        if (passing == 0) {
            return Optional.empty();
        }
        double samples =
                instances.stream().mapToInt(one -> one.samples().size()).sum();
        double wrong = held.stream().mapToInt(Held::wrong).sum() / samples;
        double right = Math.min(1 - wrong, passing / samples - wrong);
        FalsePositives estimate = FalsePositives.of(held, bootstrap);
        Interval share = estimate.interval();
        return Optional.of(new WrongPasses(
                estimate,
                estimate.share(),
                new VerifierError(Math.max(0, right), wrong).limit(),
                new Interval(1 - share.high(), 1 - share.low(), share.confidence())));
    }

    private static Held held(EvaluatedInstance one) {
        int wrong = (int) one.samples().stream()
                .filter(sample -> sample.outcome() == Outcome.REFUSED)
                .count();
        return new Held(one.instance(), one.resolved() + wrong, wrong);
    }
}
