package dev.monkeywrench.instance;

import java.util.Optional;

/**
 * The tests that grade: given to the verifier alone, never to anything that draws or selects.
 *
 * @param procedure how they are run
 * @param testPatch the reference tests as a unified diff, applied after the candidate; empty when the procedure brings
 *     its own or the tests are in the repository already
 * @param expected FAIL_TO_PASS and PASS_TO_PASS; empty when the baseline has yet to establish them
 */
public record HiddenTests(TestProcedure procedure, Optional<String> testPatch, Optional<ExpectedTests> expected) {}
