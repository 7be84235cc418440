package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.SampleCounts;
import dev.monkeywrench.run.VerdictKind;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an evaluation says of the model that drew its samples, for a plan. */
public sealed interface Measurement {

    /**
     * Counts that a distribution can be fitted to.
     *
     * @param counts of each instance, as pairs of samples and resolved samples
     * @param dollarsPerSample its bill by its samples; empty: unknown
     * @param unjudged instances without a sample, which are left out
     */
    record Counted(List<Tally> counts, Optional<BigDecimal> dollarsPerSample, int unjudged) implements Measurement {

        public Counted {
            counts = List.copyOf(counts);
        }
    }

    /** It says nothing that a plan could build on. */
    record Useless(String problem, String remedy) implements Measurement {}

    /** One instance. */
    record Tally(String instance, int samples, int resolved) {}

    /** Of a kept evaluation. */
    static Measurement of(EvaluationRecord record) {
        MeasurementBuilder builder = new MeasurementBuilder();
        for (ReportedRun run : record.runs()) {
            builder.add(run.instance(), counts(run), run.dollars());
        }
        return builder.build();
    }

    private static Optional<SampleCounts> counts(ReportedRun run) {
        if (run.samples().isEmpty()) {
            return Optional.empty();
        }
        Set<String> passed = new HashSet<>();
        for (ReportedSample sample : run.samples()) {
            if (sample.verdict().equals(Optional.of(VerdictKind.PASSED))) {
                sample.digest().ifPresent(passed::add);
            }
        }
        int resolved = (int) run.samples().stream()
                .filter(sample -> sample.digest().filter(passed::contains).isPresent())
                .count();
        int all = run.samples().size();
        return Optional.of(
                run.stopsEarly()
                        ? new SampleCounts.StoppedEarly(run.instance(), all, resolved)
                        : new SampleCounts.FixedN(run.instance(), all, resolved));
    }
}
