package dev.monkeywrench.cli;

import java.util.Optional;

/**
 * What was measured of one case.
 *
 * @param parallel candidates at a time, on both sides
 * @param reference seconds from one candidate's end to the next's, in the reference loop
 * @param ours the same in the service, baseline and start of sandboxes included
 */
record BenchFigure(BenchCase measured, int parallel, double reference, double ours) {

    double ratio() {
        return reference / ours;
    }

    /** The share that comes on top of the tests' own time, where that is long enough to be told. */
    Optional<Double> overhead() {
        double own = measured.testSeconds() / parallel;
        return measured.testSeconds() >= 1 ? Optional.of(ours / own - 1) : Optional.empty();
    }
}
