package dev.monkeywrench.cli;

import java.util.OptionalDouble;

/**
 * What was measured of one case.
 *
 * @param reference seconds from one candidate's end to the next's, in the reference loop
 * @param ours the same in the service, baseline and start of sandboxes included
 * @param overhead what each further candidate takes over the share of the tests' own time, where that can be told
 */
record BenchFigure(BenchCase measured, double reference, double ours, OptionalDouble overhead) {

    double ratio() {
        return reference / ours;
    }
}
