package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.instance.VisibleTests;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.SandboxEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides runs first, and what is not run is not judged: in kept sandboxes. */
@Tag("bubblewrap")
class OrderedBubblewrapTest {

    private static final TestId REPAIRED = new TestId("tests/test_a.py::test_repaired");
    private static final TestId FIRST = new TestId("tests/test_a.py::test_first");
    private static final TestId LAST = new TestId("tests/test_a.py::test_last");
    private static final ExpectedTests EXPECTED = new ExpectedTests(List.of(REPAIRED), List.of(FIRST, LAST));
    private static final String WRONG = "def double(x):\n    return x + 2\n\n\ndef one():\n    return 1\n";
    private static final String RIGHT = WRONG.replace("x + 2", "x * 2");
    private static final String TESTS = """
            from pkg import double, one

            def test_first():
                assert double(2) == 4

            def test_repaired():
                assert double(4) == 8

            def test_last():
                assert one() == 1
            """;

    @TempDir
    private Path folder;

    private SandboxEngine engine;

    @BeforeEach
    void openEngine() throws Exception {
        engine = BubblewrapFixture.kept(Files.createDirectory(folder.resolve("home")));
    }

    @AfterEach
    void closeEngine() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void failureEndsTheRunAndTheRestIsReportedAsNotRun() throws Exception {
        Preparation.Ready ready = ready(TESTS, StatusDemand.UNTIL_DECIDED);
        assertThat(ready.baseline().ordered().orElseThrow().differing()).isEmpty();
        failAudited(ready);
        Verification verification = verify(ready, WRONG + "# nothing\n");
        assertThat(verification.report().statuses())
                .as("%s", verification)
                .isEqualTo(Map.of(REPAIRED, TestStatus.FAILED, FIRST, TestStatus.NOT_RUN, LAST, TestStatus.NOT_RUN));
        assertThat(verification.verdict()).isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
            assertThat(failed.stillFailing()).containsExactly(REPAIRED);
            assertThat(failed.broken()).isEmpty();
            assertThat(failed.reason()).contains("2 tests were not run");
        });
        Verification regression = verify(ready, RIGHT.replace("return 1", "return 2"));
        assertThat(regression.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.broken()).containsExactly(LAST));
        Verification passing = verify(ready, RIGHT);
        assertThat(passing.verdict()).isEqualTo(new Verdict.Passed());
        assertThat(passing.report().statuses()).hasSize(3).doesNotContainValue(TestStatus.NOT_RUN);
    }

    @Test
    void fullStatusesRunEverything() throws Exception {
        Preparation.Ready ready = ready(TESTS, StatusDemand.FULL);
        failAudited(ready);
        assertThat(verify(ready, WRONG + "# nothing\n").report().statuses())
                .isEqualTo(Map.of(REPAIRED, TestStatus.FAILED, FIRST, TestStatus.PASSED, LAST, TestStatus.PASSED));
    }

    /** The repaired test needs what the one before it leaves behind. */
    @Test
    void orderThatARepairedTestNeedsDoesNotFailTheRightPatch() throws Exception {
        Preparation.Ready ready = ready("""
                from pkg import double
                state = []

                def test_first():
                    state.append(1)

                def test_repaired():
                    assert double(4) == 8 and state

                def test_last():
                    pass
                """, StatusDemand.UNTIL_DECIDED);
        assertThat(verify(ready, RIGHT).verdict()).isEqualTo(new Verdict.Passed());
        failAudited(ready);
        assertThat(verify(ready, RIGHT + "# again\n").verdict()).isEqualTo(new Verdict.Passed());
    }

    /** A regression test that fails when it does not come first. */
    @Test
    void orderThatTheUnpatchedTreeNeedsIsKept() throws Exception {
        Preparation.Ready ready = ready("""
                from pkg import double
                state = []

                def test_first():
                    assert not state

                def test_repaired():
                    state.append(1)
                    assert double(4) == 8

                def test_last():
                    pass
                """, StatusDemand.UNTIL_DECIDED);
        assertThat(ready.baseline().ordered().orElseThrow().differing()).containsExactly(FIRST);
        assertThat(verify(ready, RIGHT).verdict()).isEqualTo(new Verdict.Passed());
    }

    /** The first few failures of an instance are looked at in the natural order, too. */
    private static void failAudited(Preparation.Ready ready) throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(verify(ready, WRONG + "# " + i + "\n").verdict()).isInstanceOf(Verdict.Failed.class);
        }
    }

    private static Verification verify(Preparation.Ready ready, String text) throws Exception {
        return ready.verifier().verify(Patches.between(new RepositoryPath("pkg/__init__.py"), WRONG, text), "verify");
    }

    private Preparation.Ready ready(String tests, StatusDemand statuses) throws Exception {
        VerificationPolicy policy = new VerificationPolicy(
                new Limits(1L << 30, 2, 256, 256L << 20, 4L << 20, Duration.ofMinutes(10)),
                Duration.ofMinutes(2),
                Duration.ofMinutes(1),
                false,
                new RepeatPolicy(1, 2, Duration.ZERO, 40, Duration.ofMinutes(3)),
                statuses);
        Map<String, String> project = Map.of("pkg/__init__.py", WRONG, "tests/test_a.py", tests, "conftest.py", "");
        try (FolderWorkspace workspace =
                new FolderWorkspace(Files.createDirectory(folder.resolve("repository")), project)) {
            Instance instance = new Instance(
                    new InstanceId("test__order-1"),
                    new RepositoryRef.InImage(),
                    workspace.baseCommit(),
                    new ProblemStatement("double does not"),
                    new Environment.Unstated(),
                    VisibleTests.none());
            TestProcedure procedure =
                    new TestProcedure.TestCommand("python3 -m pytest -q", new ReportFormat.JunitXml(List.of()));
            HiddenTests hidden = new HiddenTests(procedure, Optional.empty(), Optional.of(EXPECTED));
            Preparation preparation = Verifiers.create(new SecureRandom())
                    .prepare(
                            new GradedInstance(instance, hidden, Optional.empty()),
                            workspace,
                            engine,
                            "test",
                            policy,
                            Optional.empty());
            assertThat(preparation).isInstanceOf(Preparation.Ready.class);
            return (Preparation.Ready) preparation;
        }
    }
}
