package dev.monkeywrench.run;

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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Verdicts by the text of the patch: one that adds the line "fixed" passes, "slow" times out, "broken" is inconclusive,
 * any other fails. What the problem statement says decides what becomes of the instance: "unsound", "unavailable",
 * "broken", or "endless", whose verdicts never come.
 */
public final class ScriptedVerifier implements Verifier {

    static final TestId TEST = new TestId("test_all.py::test_\0fixed \ud83d\ude00");

    private final Duration pace;
    private final AtomicInteger judged = new AtomicInteger();

    /**
     * @param pace of every step
     */
    public ScriptedVerifier(Duration pace) {
        this.pace = pace;
    }

    /** How many patches it has judged. */
    public int judged() {
        return judged.get();
    }

    @Override
    public Preparation prepare(
            GradedInstance instance,
            Workspace workspace,
            Sandboxes sandboxes,
            String run,
            VerificationPolicy policy,
            Optional<Baseline> known)
            throws InterruptedException {
        String script = instance.instance().problemStatement().text();
        if (known.isEmpty()) {
            use(sandboxes, policy, new Owner(run, "prepare"));
        }
        return switch (script) {
            case "unsound" -> new Preparation.Unsound("test_command", "The test command finds no test", "0 tests ran");
            case "unavailable" -> new Preparation.Unavailable("The image example:1 could not be had", false);
            case "broken" -> throw new IllegalStateException("A verifier that breaks");
            default ->
                new Preparation.Ready(
                        verifier(sandboxes, policy, run, script.equals("endless")), known.orElseGet(() -> baseline()));
        };
    }

    private static Baseline baseline() {
        TestReport report = new TestReport(Map.of(TEST, TestStatus.FAILED), true, OptionalInt.of(1));
        return new Baseline(
                new ExpectedTests(List.of(TEST), List.of(new TestId("b"))), List.of(), report, Duration.ofMillis(7));
    }

    private InstanceVerifier verifier(Sandboxes sandboxes, VerificationPolicy policy, String run, boolean endless) {
        return (patch, label) -> {
            if (endless) {
                Thread.sleep(Duration.ofHours(1));
            }
            use(sandboxes, policy, new Owner(run, label));
            judged.incrementAndGet();
            return judge(patch);
        };
    }

    private static Verification judge(Patch patch) {
        String text = patch.unifiedDiff();
        boolean passes = text.contains("\n+fixed");
        Verdict verdict = passes
                ? new Verdict.Passed()
                : text.contains("\n+slow")
                        ? new Verdict.TimedOut("the tests did not end in 5 s")
                        : text.contains("\n+broken")
                                ? new Verdict.Inconclusive("the image is gone", false)
                                : new Verdict.Failed(List.of(TEST), List.of(), "1 test still fails");
        TestReport report = new TestReport(
                Map.of(TEST, passes ? TestStatus.PASSED : TestStatus.FAILED), true, OptionalInt.of(passes ? 0 : 1));
        return new Verification(
                verdict, report, List.of("evidence"), "log \0 \u001b[31m \ud800 end", Duration.ofMillis(11));
    }

    private void use(Sandboxes sandboxes, VerificationPolicy policy, Owner owner) throws InterruptedException {
        try {
            Template template = sandboxes.prepare(
                    new TemplateSpec(new dev.monkeywrench.instance.Environment.Unstated(), Optional.empty()));
            try (Sandbox sandbox = sandboxes.open(template, policy.limits(), owner)) {
                sandbox.exec(new ExecRequest(List.of("true"), Map.of(), List.of(), Duration.ofSeconds(1)));
                Thread.sleep(pace);
            }
        } catch (SandboxUnavailable e) {
            throw new AssertionError("Scripted sandboxes are always there", e);
        }
    }

    @Override
    public FaultEvidence observe(
            Instance instance, Workspace workspace, Sandboxes sandboxes, String run, VerificationPolicy policy)
            throws InterruptedException {
        use(sandboxes, policy, new Owner(run, "observe"));
        return FaultEvidence.none();
    }
}
