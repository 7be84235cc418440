package dev.monkeywrench.evaluation.report;

import dev.monkeywrench.evaluation.statistics.BackTest;
import dev.monkeywrench.evaluation.statistics.Bootstrap;
import dev.monkeywrench.evaluation.statistics.CoverageForecast;
import dev.monkeywrench.evaluation.statistics.FixedCounts;
import dev.monkeywrench.evaluation.statistics.PassAtK;
import dev.monkeywrench.evaluation.statistics.PassAtK.CoveragePoint;
import dev.monkeywrench.evaluation.statistics.SampleGrid;
import dev.monkeywrench.evaluation.statistics.SampleSequence;
import dev.monkeywrench.evaluation.statistics.Scorecard;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a report of an evaluation shows, in no form yet; as JSON it is the report for programs.
 *
 * @param conditions suite, plan, seed and machine, in words
 * @param curve coverage against k; empty when a run stopped early, for which it is undefined
 * @param forecast empty without two samples of each instance, too
 * @param backTest empty without eight
 * @param otherPrices empty where no tariff was named
 * @param wrongPasses empty where no held-out tests judged a sample that passed
 */
public record Report(
        String title,
        String conditions,
        Deciding deciding,
        Scorecard scorecard,
        Operations operations,
        Optional<OtherPrices> otherPrices,
        Optional<WrongPasses> wrongPasses,
        List<CoveragePoint> curve,
        Optional<CoverageForecast> forecast,
        Optional<BackTest> backTest,
        List<Group> repositories,
        List<Group> arms,
        List<EvaluatedInstance> instances) {

    private static final int CURVE_POINTS = 16;
    private static final int FORECAST_POINTS = 24;
    private static final int FORESEEN = 10;

    public Report {
        curve = List.copyOf(curve);
        repositories = List.copyOf(repositories);
        arms = List.copyOf(arms);
        instances = List.copyOf(instances);
    }

    /**
     * Works out the statistics.
     *
     * @throws IllegalArgumentException when there are no instances
     */
    public static Report of(
            String title,
            String conditions,
            Deciding deciding,
            List<EvaluatedInstance> instances,
            Bootstrap bootstrap) {
        boolean counted = Operations.known(instances);
        Scorecard card =
                Scorecard.of(instances.stream().map(one -> one.score(counted)).toList());
        Foresight foresight = card.stoppedEarly() > 0 ? Foresight.NONE : Foresight.of(instances, bootstrap);
        return new Report(
                title,
                conditions,
                deciding,
                card,
                Operations.of(card, instances),
                Optional.empty(),
                deciding == Deciding.BLIND ? WrongPasses.of(instances, bootstrap) : Optional.empty(),
                foresight.curve(),
                foresight.forecast(),
                foresight.backTest(),
                Group.byRepository(instances),
                Group.byArm(instances),
                instances);
    }

    /** The same, with what it would have cost. */
    public Report with(OtherPrices prices) {
        return new Report(
                title,
                conditions,
                deciding,
                scorecard,
                operations,
                Optional.of(prices),
                wrongPasses,
                curve,
                forecast,
                backTest,
                repositories,
                arms,
                instances);
    }

    /** What only samples of a fixed number tell. */
    private record Foresight(
            List<CoveragePoint> curve, Optional<CoverageForecast> forecast, Optional<BackTest> backTest) {

        private static final Foresight NONE = new Foresight(List.of(), Optional.empty(), Optional.empty());

        static Foresight of(List<EvaluatedInstance> instances, Bootstrap bootstrap) {
            List<SampleSequence> sequences =
                    instances.stream().map(EvaluatedInstance::sequence).toList();
            FixedCounts counts = new FixedCounts(
                    sequences.stream().map(SampleSequence::counts).toList());
            int fewest = counts.fewestSamples();
            return new Foresight(
                    new PassAtK(counts).curve(SampleGrid.logSpaced(fewest, CURVE_POINTS), bootstrap),
                    fewest < 2
                            ? Optional.empty()
                            : Optional.of(CoverageForecast.of(
                                    counts, SampleGrid.logSpaced(FORESEEN * fewest, FORECAST_POINTS), bootstrap)),
                    fewest < 8 ? Optional.empty() : Optional.of(BackTest.onFirstQuarter(sequences)));
        }
    }
}
