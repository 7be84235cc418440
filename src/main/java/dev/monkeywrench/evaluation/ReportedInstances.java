package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.report.EvaluatedInstance;
import dev.monkeywrench.evaluation.report.EvaluatedSample;
import dev.monkeywrench.evaluation.report.ModelUse;
import dev.monkeywrench.evaluation.report.Outcome;
import dev.monkeywrench.evaluation.statistics.InstanceScore.Selected;
import dev.monkeywrench.run.VerdictKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns runs as they are written down into instances as a report needs them. */
record ReportedInstances(ModelShapes shapes, Optional<HeldOut> heldOut) {

    EvaluatedInstance instance(ReportedRun run) {
        Map<String, Outcome> known = new HashMap<>();
        for (ReportedSample sample : run.samples()) {
            if (sample.digest().isPresent() && sample.verdict().isPresent()) {
                String digest = sample.digest().get();
                known.put(digest, outcome(run, digest, sample.verdict().get()));
            }
        }
        Selected oracle = known.containsValue(Outcome.RESOLVED) ? Selected.RESOLVED : Selected.NONE;
        Optional<BigDecimal> each = each(run);
        List<EvaluatedSample> samples = run.samples().stream()
                .map(sample -> sample(sample, known, each))
                .toList();
        return new EvaluatedInstance(
                run.instance(),
                run.repository(),
                run.stopsEarly(),
                samples,
                heldOut.map(tests -> tests.selected(run)).orElse(oracle),
                overhead(run, samples));
    }

    /** Whether the costs of a run are not those of its samples, but spread over them. */
    static boolean spread(ReportedRun run) {
        return run.samples().stream().anyMatch(sample -> sample.cost().isEmpty());
    }

    /** An earlier version wrote down only what a run cost: that is spread evenly. */
    private static Optional<BigDecimal> each(ReportedRun run) {
        return run.dollars()
                .map(all -> all.divide(BigDecimal.valueOf(run.samples().size()), MathContext.DECIMAL64));
    }

    /** What is left of the charges of the run: baseline, localisation, and samples beyond its end. */
    private static Optional<BigDecimal> overhead(ReportedRun run, List<EvaluatedSample> samples) {
        if (spread(run)) {
            return run.dollars().map(all -> BigDecimal.ZERO);
        }
        BigDecimal ofSamples =
                samples.stream().flatMap(sample -> sample.dollars().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return run.dollars().map(all -> all.subtract(ofSamples).max(BigDecimal.ZERO));
    }

    private EvaluatedSample sample(ReportedSample sample, Map<String, Outcome> known, Optional<BigDecimal> spread) {
        Outcome outcome = sample.digest()
                .map(digest -> known.getOrDefault(digest, Outcome.INCONCLUSIVE))
                .orElse(Outcome.NO_PATCH);
        if (sample.cost().isEmpty()) {
            return new EvaluatedSample(
                    sample.arm(),
                    outcome,
                    sample.duplicate(),
                    spread,
                    Optional.empty(),
                    Optional.empty(),
                    sample.duplicate() ? Duration.ZERO : sample.verifying(),
                    Optional.empty(),
                    Optional.empty());
        }
        ReportedCost cost = sample.cost().get();
        return new EvaluatedSample(
                sample.arm(),
                outcome,
                sample.duplicate(),
                cost.dollars(),
                Optional.of(cost.drawing()),
                cost.waiting(),
                cost.verifying(),
                Optional.of(cost.judging()),
                cost.model().map(model -> use(model, cost)));
    }

    private ModelUse use(String model, ReportedCost cost) {
        return new ModelUse(
                model, cost.promptTokens(), cost.cachedTokens(), cost.completionTokens(), flops(model, cost));
    }

    /** A shape that is stated for the report goes before what the service said. */
    private OptionalDouble flops(String model, ReportedCost cost) {
        if (!shapes.knows(model)
                || cost.promptTokens().isEmpty()
                || cost.completionTokens().isEmpty()) {
            return cost.flops();
        }
        return shapes.flops(
                model,
                cost.promptTokens().getAsLong(),
                cost.cachedTokens().orElse(0),
                cost.completionTokens().getAsLong());
    }

    private Outcome outcome(ReportedRun run, String digest, VerdictKind verdict) {
        return switch (verdict) {
            case PASSED -> heldOut.map(tests -> tests.outcome(run, digest)).orElse(Outcome.RESOLVED);
            case FAILED -> Outcome.FAILED;
            case NOT_APPLIED -> Outcome.NOT_APPLIED;
            case TIMED_OUT -> Outcome.TIMED_OUT;
            case TAMPERED -> Outcome.TAMPERED;
            case INCONCLUSIVE -> Outcome.INCONCLUSIVE;
        };
    }
}
