package dev.monkeywrench.verification;

import java.util.List;
import java.util.Optional;

/**
 * One run of the tests, read and cross-checked.
 *
 * @param distrust why the report does not describe this run; empty when nothing speaks against it
 * @param forged whether someone wrote into what only the witness may write
 * @param evidence claims of the report that were not believed
 * @param failures messages and traces of the failing tests
 * @param log as the official harness would have kept it
 * @param order in which it ran, and whether it was ended before all had run
 */
record TestRun(
        TestReport report,
        Optional<String> distrust,
        boolean forged,
        List<String> evidence,
        List<String> failures,
        String log,
        Witness witness,
        RunOrder order) {

    TestRun {
        evidence = List.copyOf(evidence);
        failures = List.copyOf(failures);
    }
}
