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
 * @param observe whether to ask why tests fail and which lines they run
 * @param limit of the whole
 */
record RunRequest(
        Optional<Patch> candidate,
        Optional<String> testPatch,
        TestProcedure procedure,
        boolean observe,
        Duration limit) {}
