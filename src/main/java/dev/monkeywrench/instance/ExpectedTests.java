package dev.monkeywrench.instance;

import java.util.List;

/**
 * The tests that decide.
 *
 * @param failToPass must turn green; at least one
 * @param passToPass must stay green
 */
public record ExpectedTests(List<TestId> failToPass, List<TestId> passToPass) {

    public ExpectedTests {
        failToPass = List.copyOf(failToPass);
        passToPass = List.copyOf(passToPass);
        if (failToPass.isEmpty()) {
            throw new IllegalArgumentException("FAIL_TO_PASS names at least one test");
        }
    }
}
