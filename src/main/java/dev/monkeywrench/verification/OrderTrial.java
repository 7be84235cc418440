package dev.monkeywrench.verification;

import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the unpatched tree with FAIL_TO_PASS first and the others backwards, to see whether their order matters. */
record OrderTrial(TestRunner runner, RunReader reader, HiddenTests tests, VerificationPolicy policy, String label) {

    /** The baseline, with what came of it; as it is where no order is asked for, or none can be set. */
    Baseline of(Baseline baseline, TestRun natural) throws SandboxUnavailable, InterruptedException {
        boolean wanted = policy.statuses() == StatusDemand.UNTIL_DECIDED
                && natural.order().settable()
                && baseline.elapsed().multipliedBy(2).compareTo(policy.repeats().longest()) <= 0;
        if (!wanted) {
            return baseline;
        }
        List<TestId> first = baseline.expected().failToPass();
        TestOrder order =
                new TestOrder(first, baseline.expected().passToPass().reversed(), List.of(), false, Duration.ZERO);
        RunRequest request = new RunRequest(
                Optional.empty(),
                tests.testPatch(),
                reader.procedure(),
                false,
                Optional.of(order),
                policy.baselineTimeout());
        List<TestId> expected = CandidateJudge.expectedIds(baseline.expected());
        if (!(runner.run(request, label) instanceof RunOutcome.Ran ran)) {
            return baseline;
        }
        TestRun run = reader.read(ran.run(), expected);
        Set<TestId> flaky = baseline.flakyTests();
        List<TestId> differing = expected.stream()
                .filter(test -> !flaky.contains(test))
                .filter(test -> differs(test, run.report(), baseline.report()))
                .toList();
        return baseline.with(new OrderedRun(run.order().first(), run.order().all(), differing));
    }

    private static boolean differs(TestId test, TestReport one, TestReport other) {
        return passes(test, one) != passes(test, other);
    }

    private static boolean passes(TestId test, TestReport report) {
        return Contradictions.passes(test, report);
    }
}
