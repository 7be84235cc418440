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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Verdicts in a real sandbox, with candidates that are right, wrong and hostile. */
abstract class VerifierContract {

    private static final VerificationPolicy POLICY = new VerificationPolicy(
            new Limits(1L << 30, 2, 256, 256L << 20, 4L << 20, Duration.ofMinutes(10)),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1));

    private static final String WRONG = "def double(x):\n    return x + 2\n\n\ndef one():\n    return 1\n";
    private static final String RIGHT = "def double(x):\n    return x * 2\n\n\ndef one():\n    return 1\n";
    private static final String TESTS = """
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
    private static final ExpectedTests EXPECTED = new ExpectedTests(
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

    @TempDir
    private Path folder;

    private SandboxEngine engine;

    protected abstract SandboxEngine engine() throws Exception;

    @BeforeEach
    void openEngine() throws Exception {
        engine = engine();
    }

    @AfterEach
    void closeEngine() {
        if (engine != null) {
            engine.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void rightPatchPassesAndWrongOneFails(Form form) throws Exception {
        Preparation.Ready ready = ready(form, Optional.empty(), Optional.of(EXPECTED));
        assertThat(ready.baseline().contradictions()).isEmpty();
        assertThat(verdict(ready, RIGHT)).isEqualTo(new Verdict.Passed());
        assertThat(verdict(ready, WRONG.replace("x + 2", "x + 3"))).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict(ready, WRONG + "\n# nothing\n"))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.stillFailing()).containsExactlyElementsOf(EXPECTED.failToPass()));
        assertThat(verdict(ready, "def double(x:\n")).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void emptyPatchIsNotApplied() throws Exception {
        assertThat(verify(ready(Form.LOG), Patches.none()).verdict()).isInstanceOf(Verdict.NotApplied.class);
    }

    @Test
    void patchOfAnotherTreeIsNotApplied() throws Exception {
        Patch other = Patches.between(new RepositoryPath("pkg/sums.py"), "a\nb\nc\n", "a\nx\nc\n");
        assertThat(verify(ready(Form.LOG), other).verdict()).isInstanceOf(Verdict.NotApplied.class);
    }

    @Test
    void endlessLoopTimesOut() throws Exception {
        assertThat(verdict(ready(Form.LOG), RIGHT + "\nwhile True:\n    pass\n"))
                .isInstanceOf(Verdict.TimedOut.class);
    }

    @Test
    void greedFails() throws Exception {
        assertThat(verdict(ready(Form.LOG), RIGHT + "\nhoard = [b'x' * (1 << 20) for _ in range(8192)]\n"))
                .isInstanceOf(Verdict.Failed.class);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void exitAtImportDoesNotPass(Form form) throws Exception {
        Preparation.Ready ready = ready(form);
        assertThat(verdict(ready, "import os\nos._exit(0)\n")).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict(ready, "import sys\nsys.exit(0)\n")).isInstanceOf(Verdict.Failed.class);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void printedPassesAndMarkersDoNotPass(Form form) throws Exception {
        String forged = WRONG + """

                import atexit, os, sys

                def forge():
                    for fd in (1, 2):
                        os.write(fd, b'''
                >>>>> Start Test Output
                PASSED tests/test_sums.py::test_double
                PASSED tests/test_sums.py::test_double_two
                PASSED tests/test_sums.py::test_one
                >>>>> End Test Output
                >>>>> Test Exit Code: 0
                ''')
                    os._exit(0)

                atexit.register(forge)
                """;
        assertThat(verdict(ready(form), forged)).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict(ready(form), forged.replace("atexit.register(forge)", "forge()")))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void reportWrittenByProductCodeDoesNotPass() throws Exception {
        String forged = WRONG + """

                import atexit, glob, os

                def forge():
                    for path in glob.glob('/tmp/mw.*/junit/*.xml') + [os.environ.get('MW_JUNIT_XML', '/tmp/x.xml')]:
                        with open(path, 'w') as out:
                            out.write('<testsuite name="pytest">' + ''.join(
                                '<testcase classname="tests.test_sums" name="%s"/>' % name
                                for name in ('test_double', 'test_double_two', 'test_one')) + '</testsuite>')
                    os._exit(0)

                atexit.register(forge)
                """;
        assertThat(verdict(ready(Form.JUNIT), forged)).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict(ready(Form.JUNIT), forged.replace("atexit.register(forge)", "forge()")))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void reportBroughtByThePatchDoesNotPass() throws Exception {
        TestProcedure procedure = new TestProcedure.TestCommand(
                "python3 -m pytest -q --junitxml=reports/out.xml || true",
                new ReportFormat.JunitXml(List.of("reports/**/*.xml")));
        Preparation.Ready ready = ready(procedure, Optional.empty(), Optional.of(EXPECTED));
        String forged = "<testsuite name=\"pytest\"><testcase classname=\"tests.test_sums\" name=\"test_double\"/>"
                + "<testcase classname=\"tests.test_sums\" name=\"test_double_two\"/>"
                + "<testcase classname=\"tests.test_sums\" name=\"test_one\"/></testsuite>";
        Patch patch = change(Map.of("reports/more/forged.xml", forged, "pkg/sums.py", "import os\nos._exit(0)\n"));
        assertThat(verify(ready, patch).verdict()).isInstanceOf(Verdict.Failed.class);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void testsSkippedByProductCodeDoNotPass(Form form) throws Exception {
        Preparation.Ready ready = ready(form);
        String skipping = "import pytest\n" + WRONG.replace("return x + 2", "pytest.skip('no')");
        assertThat(verdict(ready, skipping)).isInstanceOf(Verdict.Failed.class);
        String breaking = "import pytest\n" + RIGHT.replace("return 1", "pytest.skip('no')");
        assertThat(verdict(ready, breaking))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.broken())
                                .containsExactly(new TestId("tests/test_sums.py::test_one")));
    }

    @Test
    void editsToTestsAndTheirConfigurationAreUndoneAndReported() throws Exception {
        Preparation.Ready ready = ready(Form.LOG);
        Map<String, String> honest = new HashMap<>();
        honest.put("pkg/sums.py", RIGHT);
        honest.put("tests/test_sums.py", "def test_mine():\n    assert False\n");
        Verification passing = verify(ready, change(honest));
        assertThat(passing.verdict()).isEqualTo(new Verdict.Passed());
        assertThat(passing.evidence()).singleElement().asString().contains("tests/test_sums.py");

        Map<String, String> hostile = new HashMap<>();
        hostile.put("pkg/sums.py", WRONG + "# changed\n");
        hostile.put("conftest.py", """
                import pytest
                @pytest.hookimpl(hookwrapper=True)
                def pytest_runtest_makereport(item, call):
                    outcome = yield
                    outcome.get_result().outcome = 'passed'
                """);
        hostile.put("pytest.ini", "[pytest]\naddopts = -p no:python\n");
        hostile.put("tests/conftest.py", "collect_ignore_glob = ['*']\n");
        Verification failing = verify(ready, change(hostile));
        assertThat(failing.verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(failing.evidence()).hasSize(3);
    }

    @Test
    void nothingLeftOfEditsToTestsIsNotApplied() throws Exception {
        Verification verification =
                verify(ready(Form.LOG), change(Map.of("tests/test_sums.py", "def test_double():\n    pass\n")));
        assertThat(verification.verdict()).isInstanceOf(Verdict.NotApplied.class);
        assertThat(verification.evidence()).isNotEmpty();
    }

    @Test
    void testPatchEstablishesTheLists() throws Exception {
        Patch tests = Patches.between(
                new RepositoryPath("tests/test_sums.py"),
                TESTS,
                TESTS + "\n\ndef test_double_zero():\n    assert double(0) == 0\n");
        Preparation.Ready ready = ready(Form.JUNIT, Optional.of(tests.unifiedDiff()), Optional.empty());
        assertThat(ready.baseline().expected().failToPass())
                .containsExactly(new TestId("tests/test_sums.py::test_double_zero"));
        assertThat(ready.baseline().expected().passToPass()).hasSize(2);
        assertThat(verdict(ready, RIGHT)).isEqualTo(new Verdict.Passed());
    }

    @Test
    void failingTestsOfTheBaseCommitEstablishTheLists() throws Exception {
        Preparation.Ready ready = ready(Form.JUNIT, Optional.empty(), Optional.empty());
        assertThat(ready.baseline().expected()).isEqualTo(EXPECTED);
    }

    @Test
    void unsoundInstancesAreToldByField() throws Exception {
        assertThat(unsound(Form.LOG.procedure(), Optional.of("--- a/no\n+++ b/no\n@@ -1 +1 @@\n-a\n+b\n"), WRONG))
                .isEqualTo("test_patch");
        assertThat(unsound(Form.LOG.procedure(), Optional.empty(), RIGHT)).isEqualTo("test_command");
        assertThat(unsound(
                        new TestProcedure.TestCommand("true", new ReportFormat.JunitXml(List.of())),
                        Optional.empty(),
                        WRONG))
                .isEqualTo("test_command");
        assertThat(unsound(
                        new TestProcedure.TestCommand("true", new ReportFormat.Log("parse_log_mine")),
                        Optional.empty(),
                        WRONG))
                .isEqualTo("report");
    }

    @Test
    void contradictionsAreKept() throws Exception {
        ExpectedTests claims = new ExpectedTests(
                List.of(new TestId("tests/test_sums.py::test_double"), new TestId("tests/test_sums.py::test_one")),
                List.of(new TestId("tests/test_sums.py::test_gone")));
        assertThat(ready(Form.LOG, Optional.empty(), Optional.of(claims))
                        .baseline()
                        .contradictions())
                .hasSize(2);
    }

    @Test
    void observesWhereVisibleTestsFail() throws Exception {
        try (FolderWorkspace workspace = workspace(PROJECT)) {
            Instance instance = instance(workspace, new VisibleTests(Optional.of(Form.LOG.procedure())));
            FaultEvidence evidence =
                    Verifiers.create(new SecureRandom()).observe(instance, workspace, engine, "test", POLICY);
            assertThat(evidence.failingTests()).isEqualTo(1);
            assertThat(evidence.passingTests()).isEqualTo(2);
            assertThat(evidence.failures()).contains("assert 6 == 8");
            assertThat(evidence.frames())
                    .anyMatch(frame -> frame.path().value().equals("tests/test_sums.py") && frame.line() == 5);
            assertThat(evidence.coverage()).anySatisfy(line -> {
                assertThat(line.path().value()).isEqualTo("pkg/sums.py");
                assertThat(line.line()).isEqualTo(2);
                assertThat(line.failing()).isEqualTo(1);
                assertThat(line.passing()).isEqualTo(1);
            });
        }
    }

    @Test
    void judgesJava() throws Exception {
        String wrong =
                "package a;\npublic class Sums {\n  public static int twice(int x) {\n    return x + 2;\n  }\n}\n";
        String right = wrong.replace("x + 2", "x * 2");
        Map<String, String> project = Map.of(
                "pom.xml", "<project/>\n",
                "src/main/java/a/Sums.java", wrong,
                "src/test/java/a/SumsTest.java", """
                        package a;
                        import static org.junit.jupiter.api.Assertions.assertEquals;
                        import org.junit.jupiter.api.Test;
                        class SumsTest {
                          @Test void twiceFour() { assertEquals(8, Sums.twice(4)); }
                          @Test void twiceTwo() { assertEquals(4, Sums.twice(2)); }
                        }
                        """);
        TestProcedure procedure =
                new TestProcedure.TestCommand("/opt/monkeywrench/bin/junit-run", new ReportFormat.JunitXml(List.of()));
        Preparation.Ready ready = ready(project, procedure, Optional.empty(), Optional.empty());
        assertThat(ready.baseline().expected().failToPass()).containsExactly(new TestId("a.SumsTest.twiceFour"));
        assertThat(java(ready, wrong, right)).isEqualTo(new Verdict.Passed());
        assertThat(java(ready, wrong, wrong.replace("x + 2", "x + 1"))).isInstanceOf(Verdict.Failed.class);
        assertThat(java(ready, wrong, wrong.replace("x + 2", "x +"))).isInstanceOf(Verdict.Failed.class);
        assertThat(java(ready, wrong, wrong.replace("return x + 2;", "Runtime.getRuntime().halt(0); return 0;")))
                .isInstanceOf(Verdict.Failed.class);
        assertThat(java(ready, wrong, wrong.replace("return x + 2;", "while (true) { if (x < 0) { return 1; } }")))
                .isInstanceOf(Verdict.TimedOut.class);
    }

    private Verdict java(Preparation.Ready ready, String before, String after) throws Exception {
        return verify(ready, Patches.between(new RepositoryPath("src/main/java/a/Sums.java"), before, after))
                .verdict();
    }

    private Verdict verdict(Preparation.Ready ready, String sums) throws Exception {
        return verify(ready, change(Map.of("pkg/sums.py", sums))).verdict();
    }

    private static Verification verify(Preparation.Ready ready, Patch patch) throws Exception {
        return ready.verifier().verify(patch, "verify");
    }

    private static Patch change(Map<String, String> files) {
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

    private Preparation.Ready ready(Form form) throws Exception {
        return ready(form, Optional.empty(), Optional.of(EXPECTED));
    }

    private Preparation.Ready ready(Form form, Optional<String> testPatch, Optional<ExpectedTests> expected)
            throws Exception {
        return ready(form.procedure(), testPatch, expected);
    }

    private Preparation.Ready ready(
            TestProcedure procedure, Optional<String> testPatch, Optional<ExpectedTests> expected) throws Exception {
        return ready(PROJECT, procedure, testPatch, expected);
    }

    private Preparation.Ready ready(
            Map<String, String> project,
            TestProcedure procedure,
            Optional<String> testPatch,
            Optional<ExpectedTests> expected)
            throws Exception {
        Preparation preparation = prepare(project, procedure, testPatch, expected);
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        return (Preparation.Ready) preparation;
    }

    private String unsound(TestProcedure procedure, Optional<String> testPatch, String sums) throws Exception {
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
                    .prepare(graded, workspace, engine, "test", POLICY, Optional.empty());
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
        return new FolderWorkspace(java.nio.file.Files.createTempDirectory(folder, "repository"), project);
    }
}
