package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ExpectedTests;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the unpatched tree does, test patch applied.
 *
 * @param expected the tests that decide: the instance's own lists, or those established here
 * @param contradictions where the tree belies the lists, in words: a FAIL_TO_PASS that passes, a PASS_TO_PASS that fails
 * @param report the statuses
 * @param watch what the tests make of their runner; empty where that was not looked at
 * @param elapsed of one run of the tests
 * @param provenance where it comes from; empty where no cache is looked into
 */
public record Baseline(
        ExpectedTests expected,
        List<String> contradictions,
        TestReport report,
        Optional<RunnerWatch> watch,
        Duration elapsed,
        Optional<Provenance> provenance) {

    public Baseline {
        contradictions = List.copyOf(contradictions);
    }

    public Baseline(ExpectedTests expected, List<String> contradictions, TestReport report, Duration elapsed) {
        this(expected, contradictions, report, Optional.empty(), elapsed, Optional.empty());
    }

    Baseline watched(RunnerWatch seen) {
        return new Baseline(expected, contradictions, report, Optional.of(seen), elapsed, provenance);
    }

    Baseline from(Provenance source) {
        return new Baseline(expected, contradictions, report, watch, elapsed, Optional.of(source));
    }
}
