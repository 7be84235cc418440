package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.instance.VisibleTests;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import dev.monkeywrench.sandbox.reuse.Reuse;
import dev.monkeywrench.sandbox.reuse.ReuseTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A fresh sandbox for each candidate gives the same verdicts; only the number that was opened tells them apart. */
@Tag("bubblewrap")
@Timeout(180)
class KeptSandboxesDecideTest {

    private static final VerificationPolicy POLICY = new VerificationPolicy(
            new Limits(1L << 30, 2, 256, 256L << 20, 4L << 20, Duration.ofMinutes(10)),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1));

    private static final Map<String, String> PYTHON = Map.of(
            "pkg.py", "VALUE = 0\n",
            "test_pkg.py", """
                    import pkg

                    def test_value():
                        assert pkg.VALUE == -1

                    def test_true():
                        assert True
                    """);
    private static final Map<String, String> JAVA = Map.of(
            "src/main/java/a/Pkg.java", "package a;\nclass Pkg {\nint VALUE = 0;\n}\n",
            "src/test/java/a/PkgTest.java", """
                    package a;
                    import static org.junit.jupiter.api.Assertions.assertEquals;
                    import org.junit.jupiter.api.Test;
                    class PkgTest {
                      @Test void value() { assertEquals(-1, new Pkg().VALUE); }
                      @Test void truth() { assertEquals(1, 1); }
                    }
                    """);

    @TempDir
    private Path folder;

    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void candidatesOfPytestNeedNoFreshSandboxEach() throws Exception {
        assertThat(opened(PYTHON, "pkg.py", "python3 -m pytest -rA", new ReportFormat.Log("parse_log_pytest")))
                .isEqualTo(1);
        assertThat(opened(PYTHON, "pkg.py", "pytest", new ReportFormat.JunitXml(List.of())))
                .isEqualTo(1);
    }

    @Test
    void candidatesOfJunitRunNeedNoFreshSandboxEach() throws Exception {
        ReportFormat junit = new ReportFormat.JunitXml(List.of());
        assertThat(opened(JAVA, "src/main/java/a/Pkg.java", "junit-run", junit)).isEqualTo(1);
    }

    @Test
    void scriptsOfSeveralCommandsNeedNoFreshSandboxEach() throws Exception {
        String command = "cd /testbed && python3 -m pytest -rA";
        assertThat(opened(PYTHON, "pkg.py", command, new ReportFormat.Log("parse_log_pytest")))
                .isEqualTo(1);
    }

    /** How many sandboxes six wrong candidates opened, one after another. */
    private int opened(Map<String, String> project, String changed, String command, ReportFormat report)
            throws Exception {
        String before = project.getOrDefault(changed, "");
        Path home = Files.createTempDirectory(folder, "home");
        try (SandboxEngine engine = Reuse.of(
                        new Counting(BubblewrapFixture.engine(home)),
                        new ReuseTerms(4, Duration.ofMinutes(5), 500),
                        InstantSource.system());
                FolderWorkspace workspace =
                        new FolderWorkspace(Files.createTempDirectory(folder, "repository"), project)) {
            HiddenTests tests =
                    new HiddenTests(new TestProcedure.TestCommand(command, report), Optional.empty(), Optional.empty());
            Preparation preparation = Verifiers.create(new SecureRandom())
                    .prepare(
                            new GradedInstance(instance(workspace, project), tests, Optional.empty()),
                            workspace,
                            engine,
                            "test",
                            POLICY,
                            Optional.empty());
            assertThat(preparation).isInstanceOf(Preparation.Ready.class);
            opened.set(0);
            for (int i = 1; i <= 6; i++) {
                String after = before.replace("VALUE = 0", "VALUE = " + i);
                Verification verification = ((Preparation.Ready) preparation)
                        .verifier()
                        .verify(Patches.between(new RepositoryPath(changed), before, after), "verify-" + i);
                assertThat(verification.verdict()).as("%s", verification).isInstanceOf(Verdict.Failed.class);
            }
            return opened.get();
        }
    }

    private static Instance instance(FolderWorkspace workspace, Map<String, String> project) {
        return new Instance(
                new InstanceId("test__kept-1"),
                new RepositoryRef.InImage(),
                workspace.baseCommit(),
                new ProblemStatement("the value is wrong"),
                new Environment.Recipe(project.equals(JAVA) ? "java" : "python"),
                VisibleTests.none());
    }

    /** Counts what is opened. */
    private final class Counting implements SandboxEngine {

        private final SandboxEngine engine;

        Counting(SandboxEngine engine) {
            this.engine = engine;
        }

        @Override
        public SandboxKind kind() {
            return engine.kind();
        }

        @Override
        public Template prepare(TemplateSpec spec) throws SandboxUnavailable, InterruptedException {
            return engine.prepare(spec);
        }

        @Override
        public Sandbox open(Template template, Limits limits, Owner owner)
                throws SandboxUnavailable, InterruptedException {
            opened.incrementAndGet();
            return engine.open(template, limits, owner);
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
