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

/**
 * Tests that really toss coins, judged in kept and fresh sandboxes. What is asserted is false once in a million times
 * at most.
 */
@Tag("bubblewrap")
class FlakyBubblewrapTest {

    private static final VerificationPolicy POLICY = new VerificationPolicy(
            new Limits(1L << 30, 2, 256, 256L << 20, 4L << 20, Duration.ofMinutes(10)),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1),
            false,
            new RepeatPolicy(2, 2, Duration.ofSeconds(30), 40, Duration.ofMinutes(3)),
            StatusDemand.FULL);
    private static final String WRONG = "def double(x):\n    return x + 2\n";
    private static final String RIGHT = "def double(x):\n    return x * 2\n";
    private static final ExpectedTests EXPECTED = new ExpectedTests(
            List.of(new TestId("tests/test_a.py::test_repaired")), List.of(new TestId("tests/test_a.py::test_kept")));

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

    /** Without a patch it passes once in fifty times. */
    @Test
    void luckDoesNotPass() throws Exception {
        Preparation preparation = prepare("""
                import os
                from pkg import double

                def test_repaired():
                    assert double(4) == 8 or os.urandom(1)[0] < 5

                def test_kept():
                    assert double(2) == 4
                """);
        if (preparation instanceof Preparation.Ready ready) {
            assertThat(verify(ready, WRONG + "# nothing\n").verdict()).isNotEqualTo(new Verdict.Passed());
        }
    }

    /** Fails once in eight runs, by the order in which Python's hash seed has a set walked. */
    @Test
    void rightPatchIsNotFirmlyFailedByTheOrderOfASet() throws Exception {
        Preparation preparation = prepare("""
                from pkg import double

                def test_repaired():
                    assert double(4) == 8

                def test_kept():
                    assert hash("a") % 8 != 0
                """);
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        Verification verification = verify((Preparation.Ready) preparation, RIGHT);
        Trials trials = verification.trials().orElseThrow();
        assertThat(verification.verdict() instanceof Verdict.Failed && trials.firm())
                .isFalse();
        assertThat(trials.baselineRuns()).isEqualTo(2);
    }

    @Test
    void steadyPassHangsOnNoFlakyTest() throws Exception {
        Preparation preparation = prepare("""
                from pkg import double

                def test_repaired():
                    assert double(4) == 8

                def test_kept():
                    pass
                """);
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        Verification verification = verify((Preparation.Ready) preparation, RIGHT);
        assertThat(verification.verdict()).isEqualTo(new Verdict.Passed());
        assertThat(verification.trials().orElseThrow().flaky()).isEmpty();
    }

    private Verification verify(Preparation.Ready ready, String text) throws Exception {
        return ready.verifier().verify(Patches.between(new RepositoryPath("pkg/__init__.py"), WRONG, text), "verify");
    }

    private Preparation prepare(String tests) throws Exception {
        Map<String, String> project = Map.of("pkg/__init__.py", WRONG, "tests/test_a.py", tests, "conftest.py", "");
        try (FolderWorkspace workspace =
                new FolderWorkspace(Files.createDirectory(folder.resolve("repository")), project)) {
            Instance instance = new Instance(
                    new InstanceId("test__flaky-1"),
                    new RepositoryRef.InImage(),
                    workspace.baseCommit(),
                    new ProblemStatement("double does not"),
                    new Environment.Unstated(),
                    VisibleTests.none());
            TestProcedure procedure =
                    new TestProcedure.TestCommand("python3 -m pytest -q", new ReportFormat.JunitXml(List.of()));
            return Verifiers.create(new SecureRandom())
                    .prepare(
                            new GradedInstance(
                                    instance,
                                    new HiddenTests(procedure, Optional.empty(), Optional.of(EXPECTED)),
                                    Optional.empty()),
                            workspace,
                            engine,
                            "test",
                            POLICY,
                            Optional.empty());
        }
    }
}
