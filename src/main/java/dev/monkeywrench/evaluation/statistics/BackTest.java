package dev.monkeywrench.evaluation.statistics;

import java.util.List;

/**
 * The forecasts held against what came: fitted on the first samples of each instance, asked for the rest.
 *
 * @param fittedOn samples of each instance that the fits saw
 */
public record BackTest(int fittedOn, List<Point> points) {

    private static final int LEAST = 8;
    private static final int POINTS = 12;

    public BackTest {
        points = List.copyOf(points);
    }

    /** What was observed at k samples, and what had been foreseen. */
    public record Point(int k, double observed, double powerLaw, double betaBinomial, double extended) {

        /** Foreseen less observed, in shares. */
        public double powerLawError() {
            return powerLaw - observed;
        }

        public double betaBinomialError() {
            return betaBinomial - observed;
        }

        public double extendedError() {
            return extended - observed;
        }
    }

    /**
     * Fits on the first quarter of the samples.
     *
     * @throws IllegalArgumentException when an instance has fewer than 8 samples, whose quarter is one
     */
    public static BackTest onFirstQuarter(List<SampleSequence> sequences) {
        int fewest = counts(sequences).fewestSamples();
        if (fewest < LEAST) {
            throw new IllegalArgumentException(
                    "A quarter of %d samples is too little to fit; draw %d or more of each instance"
                            .formatted(fewest, LEAST));
        }
        return of(sequences, fewest / 4);
    }

    /** Fits on the first so many samples of each. */
    public static BackTest of(List<SampleSequence> sequences, int fittedOn) {
        FixedCounts all = counts(sequences);
        int most = all.fewestSamples();
        if (fittedOn >= most) {
            throw new IllegalArgumentException(
                    "Nothing is left to foresee after %d of %d samples".formatted(fittedOn, most));
        }
        FixedCounts seen = new FixedCounts(
                sequences.stream().map(one -> one.first(fittedOn)).toList());
        CoverageLaw law = CoverageLaw.fit(seen);
        SuccessDistribution distribution = BetaBinomial.fit(seen);
        PassAtK observed = new PassAtK(all);
        return new BackTest(
                fittedOn,
                SampleGrid.logSpaced(most, POINTS).stream()
                        .filter(k -> k > fittedOn)
                        .map(k -> new Point(
                                k,
                                observed.at(k),
                                law.at(k),
                                distribution.coverage(k),
                                CoverageForecast.extended(seen, distribution, k)))
                        .toList());
    }

    /** At all the samples that were drawn. */
    public Point last() {
        return points.getLast();
    }

    private static FixedCounts counts(List<SampleSequence> sequences) {
        return new FixedCounts(sequences.stream().map(SampleSequence::counts).toList());
    }
}
