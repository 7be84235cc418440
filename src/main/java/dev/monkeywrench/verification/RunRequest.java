package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.patch.Patch;
import java.time.Duration;
import java.util.Optional;

/**
 * One run of the tests in a fresh sandbox.
 *
 * @param candidate applied first; empty for the unpatched tree
 * @param testPatch applied after it
 * @param order of the tests, and what ends them; empty for the natural one
 * @param observe whether to ask why tests fail and which lines they run
 * @param limit of the whole
 */
record RunRequest(
        Optional<Patch> candidate,
        Optional<String> testPatch,
        TestProcedure procedure,
        boolean observe,
        Optional<TestOrder> order,
        Duration limit) {

    RunRequest in(TestOrder other) {
        return new RunRequest(candidate, testPatch, procedure, observe, Optional.of(other), limit);
    }
}
