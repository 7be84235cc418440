package dev.monkeywrench.rehearsal;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import dev.monkeywrench.verification.Baseline;
import dev.monkeywrench.verification.InstanceVerifier;
import dev.monkeywrench.verification.Preparation;
import dev.monkeywrench.verification.TestReport;
import dev.monkeywrench.verification.TestStatus;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import dev.monkeywrench.verification.VerificationPolicy;
import dev.monkeywrench.verification.Verifier;
import dev.monkeywrench.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Makes up verdicts: how often candidates of an instance pass depends on its id, and whether one passes on its digest,
 * so that a later life finds the same. Instances differ as real ones do: most are never solved, a few easily.
 */
record RehearsedVerifier(LastStep last) implements Verifier {

    private static final TestId FAILING = new TestId("test_value.py::test_value");
    private static final TestId HOLDING = new TestId("test_value.py::test_other");
    private static final Duration OF_TESTS = Duration.ofMillis(1);
    /** The share of candidates that pass is the so-manieth power of an even number between 0 and 1. */
    private static final double HARDNESS = 8;

    @Override
    public Preparation prepare(
            GradedInstance instance,
            Workspace workspace,
            Sandboxes sandboxes,
            String run,
            VerificationPolicy policy,
            Optional<Baseline> known)
            throws InterruptedException {
        ExpectedTests expected =
                instance.hiddenTests().expected().orElse(new ExpectedTests(List.of(FAILING), List.of(HOLDING)));
        try {
            Template template =
                    sandboxes.prepare(new TemplateSpec(instance.instance().environment(), Optional.empty()));
            Place place = new Place(sandboxes, template, policy, run);
            if (known.isEmpty()) {
                place.pretend("prepare");
            }
            double share = Math.pow(
                    new SplittableRandom(instance.instance().id().value().hashCode()).nextDouble(), HARDNESS);
            Baseline baseline = new Baseline(expected, List.of(), report(TestStatus.FAILED), OF_TESTS);
            last.reached(Step.PREPARED);
            return new Preparation.Ready(new Judge(place, expected, share), baseline);
        } catch (SandboxUnavailable never) {
            return new Preparation.Unavailable(String.valueOf(never.getMessage()), never.retryable());
        }
    }

    @Override
    public FaultEvidence observe(
            Instance instance, Workspace workspace, Sandboxes sandboxes, String run, VerificationPolicy policy) {
        return FaultEvidence.none();
    }

    private static TestReport report(TestStatus failing) {
        return new TestReport(Map.of(FAILING, failing, HOLDING, TestStatus.PASSED), true, OptionalInt.of(0));
    }

    /** Where a run of the tests is charged as if it were one. */
    private record Place(Sandboxes sandboxes, Template template, VerificationPolicy policy, String run) {

        void pretend(String label) throws SandboxUnavailable, InterruptedException {
            try (Sandbox sandbox = sandboxes.open(template, policy.limits(), new Owner(run, label))) {
                sandbox.exec(new ExecRequest(List.of("true"), Map.of(), List.of(), OF_TESTS));
            }
        }
    }

    private final class Judge implements InstanceVerifier {

        private final Place place;
        private final ExpectedTests expected;
        private final double share;

        Judge(Place place, ExpectedTests expected, double share) {
            this.place = place;
            this.expected = expected;
            this.share = share;
        }

        @Override
        public Verification verify(Patch patch, String label) throws InterruptedException {
            last.reached(Step.VERIFYING);
            try {
                place.pretend(label);
            } catch (SandboxUnavailable never) {
                Verdict unknown = new Verdict.Inconclusive(String.valueOf(never.getMessage()), never.retryable());
                return new Verification(unknown, TestReport.none(), List.of(), "", Duration.ZERO);
            }
            boolean passes = new SplittableRandom(patch.digest().value().hashCode()).nextDouble() < share;
            Verdict verdict = passes
                    ? new Verdict.Passed()
                    : new Verdict.Failed(expected.failToPass(), List.of(), "made up: it does not pass");
            TestReport report = report(passes ? TestStatus.PASSED : TestStatus.FAILED);
            last.reached(Step.VERIFIED);
            return new Verification(verdict, report, List.of(), "", OF_TESTS);
        }
    }
}
