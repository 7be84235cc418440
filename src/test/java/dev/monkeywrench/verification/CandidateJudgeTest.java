package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which ending of a run becomes which verdict. */
class CandidateJudgeTest {

    private static final TestId FAILING = new TestId("t.py::a");
    private static final TestId HOLDING = new TestId("t.py::b");
    private static final Patch PATCH = Patches.between(new RepositoryPath("x.py"), "a\n", "b\n");
    private static final Limits LIMITS = new Limits(1 << 20, 1, 10, 1 << 20, 1 << 20, Duration.ofMinutes(1));
    private static final VerificationPolicy POLICY =
            new VerificationPolicy(LIMITS, Duration.ofMinutes(10), Duration.ofMinutes(5));

    private final ScriptedSandboxes sandboxes = new ScriptedSandboxes();

    @Test
    void passes() throws Exception {
        sandboxes.thenRan("PASSED t.py::a\nPASSED t.py::b\n", 0);
        assertThat(verdict()).isEqualTo(new Verdict.Passed());
    }

    @Test
    void failsWithTheTestsThatDecideAgainstIt() throws Exception {
        sandboxes.thenRan("PASSED t.py::a\nFAILED t.py::b - x\n", 1);
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.broken()).containsExactly(HOLDING));
    }

    @Test
    void failsWhenTheExitBeliesTheReport() throws Exception {
        sandboxes.thenRan("PASSED t.py::a\nPASSED t.py::b\n", 1);
        assertThat(verdict()).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void failsWhenNothingRan() throws Exception {
        sandboxes.thenRan("Segmentation fault\n", 0);
        assertThat(verdict()).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void brokenEnvironmentIsNotTheCandidates() throws Exception {
        sandboxes.thenRan("Cannot connect to the Docker daemon\n", 1);
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        inconclusive -> assertThat(inconclusive.retryable()).isTrue());
    }

    @Test
    void faultOfTheSandboxIsNotTheCandidates() throws Exception {
        sandboxes.then(request -> {
            throw new SandboxUnavailable("gone", true);
        });
        assertThat(verdict()).isEqualTo(new Verdict.Inconclusive("gone", true));
    }

    @Test
    void timeAndMemoryEndApart() throws Exception {
        sandboxes.then(request -> ScriptedSandboxes.timedOut()).then(request -> ScriptedSandboxes.killedForMemory());
        assertThat(verdict()).isInstanceOf(Verdict.TimedOut.class);
        assertThat(verdict()).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void patchThatDoesNotApplySaysWhy() throws Exception {
        sandboxes.then(request -> ScriptedSandboxes.exited(
                "", ScriptedSandboxes.frame(request, "refused", "error: patch failed: x.py:1")));
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.NotApplied.class,
                        refused -> assertThat(refused.reason()).contains("x.py:1"));
    }

    @Test
    void runWithoutAnEndDoesNotPass() throws Exception {
        sandboxes.then(request -> ScriptedSandboxes.exited("PASSED t.py::a\nPASSED t.py::b\n", "forged end x\n"));
        assertThat(verdict()).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void forgedWitnessIsTampering() throws Exception {
        sandboxes.then(request -> ScriptedSandboxes.exited(
                "PASSED t.py::a\nPASSED t.py::b\n",
                ScriptedSandboxes.frame(request, "exit", "0")
                        + ScriptedSandboxes.frame(request, "witness", "0".repeat(64) + " {\"kind\":\"finish\"}\n")
                        + ScriptedSandboxes.frame(request, "end", "")));
        assertThat(verdict()).isInstanceOf(Verdict.Tampered.class);
    }

    @Test
    void emptyPatchNeedsNoSandbox() throws Exception {
        assertThat(judge().verify(Patches.none(), "verify").verdict()).isInstanceOf(Verdict.NotApplied.class);
        assertThat(sandboxes.left()).isEmpty();
    }

    private Verdict verdict() throws Exception {
        return judge().verify(PATCH, "verify").verdict();
    }

    private CandidateJudge judge() {
        TestProcedure procedure = new TestProcedure.TestCommand("pytest -rA", new ReportFormat.Log("parse_log_pytest"));
        Template template = () -> "scripted";
        Baseline baseline = new Baseline(
                new ExpectedTests(List.of(FAILING), List.of(HOLDING)),
                List.of(),
                new TestReport(Map.of(FAILING, TestStatus.FAILED, HOLDING, TestStatus.PASSED), true, OptionalInt.of(1)),
                Duration.ofSeconds(2));
        RunReader reader = RunReader.of(procedure).orElseThrow();
        return new CandidateJudge(
                new TestRunner(
                        sandboxes,
                        template,
                        new CommitId("0".repeat(40)),
                        LIMITS,
                        new Owner("run", "x").run(),
                        new Random(7)),
                reader,
                new ProtectedPaths(Set.of()),
                Optional.empty(),
                RepeatPolicy.once(),
                new RunJudge(reader, baseline, POLICY),
                Suspects.of(baseline),
                new Sequence(baseline, StatusDemand.FULL, Duration.ofMinutes(5)));
    }
}
