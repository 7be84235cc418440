package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the unpatched tree does, test patch applied.
 *
 * @param expected the tests that decide: the instance's own lists, or those established here
 * @param contradictions where the tree belies the lists, in words: a FAIL_TO_PASS that passes, a PASS_TO_PASS that fails
 * @param report the statuses
 * @param watch what the tests make of their runner; empty where that was not looked at
 * @param elapsed of one run of the tests
 * @param flakiness what repeated runs showed; empty where an older version of this program ran the tests once
 * @param ordered what it did when FAIL_TO_PASS came first; empty where that was not tried
 * @param provenance where it comes from; empty where no cache is looked into
 */
public record Baseline(
        ExpectedTests expected,
        List<String> contradictions,
        TestReport report,
        Optional<RunnerWatch> watch,
        Duration elapsed,
        Optional<Flakiness> flakiness,
        Optional<OrderedRun> ordered,
        Optional<Provenance> provenance) {

    public Baseline {
        contradictions = List.copyOf(contradictions);
    }

    public Baseline(ExpectedTests expected, List<String> contradictions, TestReport report, Duration elapsed) {
        this(
                expected,
                contradictions,
                report,
                Optional.empty(),
                elapsed,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** That of a tree that did not run: its instance's lists are taken at their word. */
    static Baseline unmeasured(ExpectedTests expected) {
        return new Baseline(
                expected,
                List.of(),
                TestReport.none(),
                Optional.empty(),
                Duration.ZERO,
                Optional.of(new Flakiness(0, Map.of())),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the tree ran at all. */
    boolean isMeasured() {
        return flakiness.map(Flakiness::runs).orElse(1) > 0;
    }

    /** How the tests ended that are not known to be flaky. */
    Map<TestId, TestStatus> steady() {
        return steadyBeside(this);
    }

    /** How the tests ended that neither of two baselines knows to be flaky. */
    Map<TestId, TestStatus> steadyBeside(Baseline other) {
        Map<TestId, TestStatus> steady = new LinkedHashMap<>(report.statuses());
        steady.keySet().removeAll(flakyTests());
        steady.keySet().removeAll(other.flakyTests());
        return steady;
    }

    Set<TestId> flakyTests() {
        return flakiness.map(known -> known.flaky().keySet()).orElse(Set.of());
    }

    Baseline from(Provenance source) {
        return new Baseline(expected, contradictions, report, watch, elapsed, flakiness, ordered, Optional.of(source));
    }

    Baseline with(OrderedRun run) {
        return new Baseline(expected, contradictions, report, watch, elapsed, flakiness, Optional.of(run), provenance);
    }
}
