package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.instance.EvalType;
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
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.SandboxEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small project with a fault in it, judged in an engine. */
final class SumsProject {

    static final VerificationPolicy POLICY = new VerificationPolicy(
            new Limits(1L << 30, 2, 256, 256L << 20, 4L << 20, Duration.ofMinutes(10)),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1));

    static final String WRONG = "def double(x):\n    return x + 2\n\n\ndef one():\n    return 1\n";
    static final String RIGHT = "def double(x):\n    return x * 2\n\n\ndef one():\n    return 1\n";
    static final String TESTS = """
            from pkg.sums import double, one


            def test_double():
                assert double(4) == 8


            def test_double_two():
                assert double(2) == 4


            def test_one():
                assert one() == 1
            """;
    private static final Map<String, String> PROJECT = Map.of(
            "pkg/__init__.py", "", "pkg/sums.py", WRONG, "tests/test_sums.py", TESTS, "conftest.py", "import pkg\n");
    static final ExpectedTests EXPECTED = new ExpectedTests(
            List.of(new TestId("tests/test_sums.py::test_double")),
            List.of(new TestId("tests/test_sums.py::test_double_two"), new TestId("tests/test_sums.py::test_one")));

    /** The ways a report can be asked for. */
    enum Form {
        JUNIT,
        LOG,
        SCRIPT;

        TestProcedure procedure() {
            return switch (this) {
                case JUNIT ->
                    new TestProcedure.TestCommand("python3 -m pytest -q", new ReportFormat.JunitXml(List.of()));
                case LOG ->
                    new TestProcedure.TestCommand("python3 -m pytest -rA", new ReportFormat.Log("parse_log_pytest"));
                case SCRIPT -> new TestProcedure.EvalScript(SCRIPT_TEXT, "parse_log_pytest", EvalType.PASS_AND_FAIL);
            };
        }
    }

    private static final String SCRIPT_TEXT = """
            #!/bin/bash
            set -uxo pipefail
            cd /testbed
            : '>>>>> Start Test Output'
            python3 -m pytest -rA -p no:cacheprovider
            : '>>>>> End Test Output'
            git checkout HEAD -- tests
            """;

    private final SandboxEngine engine;
    private final Path folder;
    private final VerificationPolicy policy;

    SumsProject(SandboxEngine engine, Path folder) {
        this(engine, folder, POLICY);
    }

    SumsProject(SandboxEngine engine, Path folder, VerificationPolicy policy) {
        this.engine = engine;
        this.folder = folder;
        this.policy = policy;
    }

    Verdict verdict(Preparation.Ready ready, String sums) throws Exception {
        return verify(ready, change(Map.of("pkg/sums.py", sums))).verdict();
    }

    Verification verify(Preparation.Ready ready, Patch patch) throws Exception {
        return ready.verifier().verify(patch, "verify");
    }

    static Patch change(Map<String, String> files) {
        Map<RepositoryPath, String> before = new HashMap<>();
        Map<RepositoryPath, String> after = new HashMap<>();
        files.forEach((path, text) -> {
            after.put(new RepositoryPath(path), text);
            if (PROJECT.containsKey(path)) {
                before.put(new RepositoryPath(path), PROJECT.getOrDefault(path, ""));
            }
        });
        return Patches.between(before, after);
    }

    Preparation.Ready ready(Form form) throws Exception {
        return ready(form, Optional.empty(), Optional.of(EXPECTED));
    }

    Preparation.Ready ready(Form form, Optional<String> testPatch, Optional<ExpectedTests> expected) throws Exception {
        return ready(form.procedure(), testPatch, expected);
    }

    Preparation.Ready ready(TestProcedure procedure, Optional<String> testPatch, Optional<ExpectedTests> expected)
            throws Exception {
        return ready(PROJECT, procedure, testPatch, expected);
    }

    Preparation.Ready ready(
            Map<String, String> project,
            TestProcedure procedure,
            Optional<String> testPatch,
            Optional<ExpectedTests> expected)
            throws Exception {
        Preparation preparation = prepare(project, procedure, testPatch, expected);
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        return (Preparation.Ready) preparation;
    }

    String unsound(TestProcedure procedure, Optional<String> testPatch, String sums) throws Exception {
        Map<String, String> project = new HashMap<>(PROJECT);
        project.put("pkg/sums.py", sums);
        Preparation preparation = prepare(project, procedure, testPatch, Optional.empty());
        return preparation instanceof Preparation.Unsound unsound ? unsound.field() : preparation.toString();
    }

    private Preparation prepare(
            Map<String, String> project,
            TestProcedure procedure,
            Optional<String> testPatch,
            Optional<ExpectedTests> expected)
            throws Exception {
        try (FolderWorkspace workspace = workspace(project)) {
            GradedInstance graded = new GradedInstance(
                    instance(workspace, VisibleTests.none()),
                    new HiddenTests(procedure, testPatch, expected),
                    Optional.empty());
            return Verifiers.create(new SecureRandom())
                    .prepare(graded, workspace, engine, "test", policy, Optional.empty());
        }
    }

    /** What the visible tests tell of the unpatched tree. */
    FaultEvidence observed() throws Exception {
        try (FolderWorkspace workspace = workspace(PROJECT)) {
            Instance instance = instance(workspace, new VisibleTests(Optional.of(Form.LOG.procedure())));
            return Verifiers.create(new SecureRandom()).observe(instance, workspace, engine, "test", policy);
        }
    }

    private static Instance instance(FolderWorkspace workspace, VisibleTests visible) {
        return new Instance(
                new InstanceId("test__sums-1"),
                new RepositoryRef.InImage(),
                workspace.baseCommit(),
                new ProblemStatement("double does not"),
                new Environment.Unstated(),
                visible);
    }

    private FolderWorkspace workspace(Map<String, String> project) throws Exception {
        return new FolderWorkspace(Files.createTempDirectory(folder, "repository"), project);
    }
}
