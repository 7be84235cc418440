package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ExpectedTests;
import java.time.Duration;
import java.util.List;

/**
 * What the unpatched tree does, test patch applied.
 *
 * @param expected the tests that decide: the instance's own lists, or those established here
 * @param contradictions where the tree belies the lists, in words: a FAIL_TO_PASS that passes, a PASS_TO_PASS that fails
 * @param report the statuses
 * @param elapsed of one run of the tests
 */
public record Baseline(ExpectedTests expected, List<String> contradictions, TestReport report, Duration elapsed) {

    public Baseline {
        contradictions = List.copyOf(contradictions);
    }
}
