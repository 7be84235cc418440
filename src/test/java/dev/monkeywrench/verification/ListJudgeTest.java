package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.sandbox.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is judged by an instance's lists alone, and for what the unpatched tree has to run. */
class ListJudgeTest {

    private static final TestId FAILING = new TestId("t.py::a");
    private static final TestId HOLDING = new TestId("t.py::b");
    private static final Patch PATCH = Patches.between(new RepositoryPath("x.py"), "a\n", "b\n");
    private static final Limits LIMITS = new Limits(1 << 20, 1, 10, 1 << 20, 1 << 20, Duration.ofMinutes(1));
    private static final String UNPATCHED = "FAILED t.py::a - x\nPASSED t.py::b\n";
    private static final String REPAIRED = "PASSED t.py::a\nPASSED t.py::b\n";
    private static final String NOTHING = "Traceback: no module named x\n";

    private final ScriptedSandboxes sandboxes = new ScriptedSandboxes();

    @Test
    void passesWithoutTheUnpatchedTree() throws Exception {
        sandboxes.thenRan(REPAIRED, 0);
        Verification verification = verify("make check");
        assertThat(verification.verdict()).isEqualTo(new Verdict.Passed());
        assertThat(verification.trials().orElseThrow())
                .extracting(Trials::runs, Trials::baselineRuns, Trials::firm)
                .containsExactly(1, 0, false);
    }

    @Test
    void failsByItsTestsWithoutTheUnpatchedTree() throws Exception {
        sandboxes.thenRan(UNPATCHED, 1).thenRan("PASSED t.py::a\nFAILED t.py::b - x\n", 1);
        InstanceVerifier judge = judge("make check");
        assertThat(judge.verify(PATCH, "verify-1").verdict())
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.stillFailing()).containsExactly(FAILING));
        assertThat(judge.verify(PATCH, "verify-2").verdict())
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.broken()).containsExactly(HOLDING));
    }

    /** Whether the patch or the environment is to blame is asked once. */
    @Test
    void failureOfEverythingIsTheCandidatesWhereTheUnpatchedTreeRuns() throws Exception {
        sandboxes.thenRan(NOTHING, 1).thenRan(UNPATCHED, 1).thenRan(NOTHING, 1);
        InstanceVerifier judge = judge("make check");
        Verification first = judge.verify(PATCH, "verify-1");
        assertThat(first.verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(judge.verify(PATCH, "verify-2").verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(sandboxes.left()).isEmpty();
        assertThat(sandboxes.labels()).containsExactly("verify-1", "verify-1", "verify-2");
    }

    @Test
    void failureOfEverythingIsTheEnvironmentsWhereTheUnpatchedTreeDoesNotRun() throws Exception {
        sandboxes.thenRan(NOTHING, 1).thenRan(NOTHING, 1);
        assertThat(verify("make check").verdict()).isInstanceOfSatisfying(Verdict.Inconclusive.class, open -> {
            assertThat(open.retryable()).isFalse();
            assertThat(open.reason()).contains("finds no test in the unpatched tree");
        });
    }

    @Test
    void faultWhileTheUnpatchedTreeRunsIsNotRemembered() throws Exception {
        sandboxes
                .thenRan(NOTHING, 1)
                .then(request -> ScriptedSandboxes.killedForMemory())
                .thenRan(NOTHING, 1)
                .thenRan(UNPATCHED, 1);
        InstanceVerifier judge = judge("make check");
        assertThat(judge.verify(PATCH, "verify-1").verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(judge.verify(PATCH, "verify-2").verdict()).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void skippedTestPassesOnlyWhereItIsSkippedWithoutThePatchToo() throws Exception {
        String skipping = "PASSED t.py::a\nSKIPPED t.py::b\n";
        sandboxes.thenRan(skipping, 0).thenRan(UNPATCHED, 1);
        assertThat(verify("make check").verdict()).isInstanceOf(Verdict.Failed.class);
        sandboxes.thenRan(skipping, 0).thenRan("FAILED t.py::a - x\nSKIPPED t.py::b\n", 1);
        assertThat(verify("make check").verdict()).isEqualTo(new Verdict.Passed());
    }

    @Test
    void passOfARunnerThatWasNotSeenIsComparedWithTheUnpatchedTree() throws Exception {
        sandboxes.thenRan(REPAIRED, 0).thenRan(UNPATCHED, 1);
        Verification verification = verify("python3 -m pytest -rA");
        assertThat(verification.verdict()).isEqualTo(new Verdict.Passed());
        assertThat(verification.trials().orElseThrow().baselineRuns()).isEqualTo(1);
        assertThat(sandboxes.left()).isEmpty();
    }

    @Test
    void testsThatDoNotApplyToTheUnpatchedTreeEitherAreTheInstancesFault() throws Exception {
        sandboxes
                .then(request -> ScriptedSandboxes.exited(
                        "", ScriptedSandboxes.frame(request, "tests-refused", "error: patch failed")))
                .then(request -> ScriptedSandboxes.exited(
                        "", ScriptedSandboxes.frame(request, "tests-refused", "error: patch failed")));
        assertThat(verify("make check").verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void listsThatAreNotStatedComeFromTheUnpatchedTree() throws Exception {
        sandboxes.thenRan(UNPATCHED, 1);
        Preparation.Ready ready = ready("make check", Optional.empty());
        assertThat(ready.baseline().isMeasured()).isTrue();
        assertThat(sandboxes.left()).isEmpty();
    }

    /** A run in which all tests ran tells how long they take; a scripted one takes two seconds. */
    @Test
    void limitIsThePlansUntilAWholeRunWasSeen() throws Exception {
        CandidateJudge judge = (CandidateJudge) judge("make check");
        sandboxes.thenRan("FAILED t.py::a - x\nPASSED t.py::other\n", 1);
        judge.verify(PATCH, "verify-1");
        assertThat(judge.judging().limit()).isEqualTo(Duration.ofMinutes(5));
        sandboxes.thenRan(REPAIRED, 0);
        judge.verify(PATCH, "verify-2");
        assertThat(judge.judging().limit()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void sandboxesAreKeptFromTheThirdCandidateOn() throws Exception {
        Judging judging = ((CandidateJudge) judge("make check")).judging();
        assertThat(List.of(judging.nextIsKept(), judging.nextIsKept(), judging.nextIsKept()))
                .containsExactly(false, false, true);
    }

    @Test
    void limitIsOfTenBaselinesWithinFiveSecondsAndThePlans() {
        assertThat(RunJudge.limit(Duration.ofMillis(100), policy())).isEqualTo(Duration.ofSeconds(5));
        assertThat(RunJudge.limit(Duration.ofSeconds(3), policy())).isEqualTo(Duration.ofSeconds(30));
        assertThat(RunJudge.limit(Duration.ofMinutes(9), policy())).isEqualTo(Duration.ofMinutes(5));
    }

    private Verification verify(String command) throws Exception {
        return judge(command).verify(PATCH, "verify");
    }

    private InstanceVerifier judge(String command) throws Exception {
        return ready(command, Optional.of(new ExpectedTests(List.of(FAILING), List.of(HOLDING))))
                .verifier();
    }

    private Preparation.Ready ready(String command, Optional<ExpectedTests> expected) throws Exception {
        TestProcedure procedure = new TestProcedure.TestCommand(command, new ReportFormat.Log("parse_log_pytest"));
        return (Preparation.Ready) Verifiers.create(new Random(7))
                .prepare(
                        Instances.graded(new HiddenTests(procedure, Optional.empty(), expected)),
                        new CommitOnly(),
                        sandboxes,
                        "run",
                        policy(),
                        Optional.empty());
    }

    private static VerificationPolicy policy() {
        RepeatPolicy repeats = new RepeatPolicy(3, 2, Duration.ofSeconds(5), 40, Duration.ofMinutes(2)).once(true);
        return new VerificationPolicy(
                LIMITS, Duration.ofMinutes(10), Duration.ofMinutes(5), false, repeats, StatusDemand.FULL);
    }
}
