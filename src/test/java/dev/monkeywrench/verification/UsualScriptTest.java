package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.EvalType;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.patch.Patches;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which eval scripts the keeper of a sandbox can stand for. */
class UsualScriptTest {

    private static final String COMMIT = "7479216347245bea43a928135bd8cfcfb8d6f500";
    private static final CommitId BASE = new CommitId(COMMIT);
    private static final String BEFORE = """
            #!/bin/bash
            set -uxo pipefail
            cd /testbed
            git config --global --add safe.directory /testbed
            git checkout %s -- tests src/test/A.java
            """.formatted(COMMIT);
    private static final String PATCHING = """
            git apply -v - <<'EOF_114329324912'
            --- a/tests/a.py
            +++ b/tests/a.py
            @@ -1 +1 @@
            -1
            +2
            EOF_114329324912
            """;
    private static final String AFTER = "git checkout " + COMMIT + " tests\n";

    private static String running(String... lines) {
        return ": '>>>>> Start Test Output'\n" + String.join("\n", lines) + "\n: '>>>>> End Test Output'\n";
    }

    @Test
    void knowsEveryLineOfAUsualScript() {
        String script = BEFORE + PATCHING + running("python3 -m pytest  -rA tests") + AFTER;
        assertThat(read(script)).hasValueSatisfying(usual -> {
            assertThat(usual.words()).isEqualTo("python3 -m pytest  -rA tests");
            assertThat(usual.restored())
                    .extracting(RepositoryPath::value)
                    .containsExactly("tests", "src/test/A.java", "tests");
            assertThat(usual.testPatch())
                    .hasValueSatisfying(diff ->
                            assertThat(diff).startsWith("--- a/tests/a.py\n").endsWith("+2\n"));
        });
    }

    @Test
    void knowsAScriptThatRecordsItsStatus() {
        String script = BEFORE
                + ": '>>>>> Start Test Output'\npytest -rA\nSWEBENCH_TEST_EXIT_CODE=$?\n: '>>>>> End Test Output'\n"
                + "echo \">>>>> Test Exit Code: $SWEBENCH_TEST_EXIT_CODE\"\n";
        assertThat(read(script)).map(UsualScript::words).contains("pytest -rA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pytest -rA; true",
                "pytest -rA | cat",
                "PYTHONWARNINGS=ignore pytest",
                "pytest $(cat list)",
                "pytest 'a b'",
                "pytest a && pytest b",
                "if true; then",
                "pytest *"
            })
    void leavesAloneWhatNeedsAShell(String command) {
        assertThat(read(BEFORE + running(command))).isEmpty();
    }

    @Test
    void leavesAloneTwoCommandsAndNone() {
        assertThat(read(BEFORE + running("pytest a", "pytest b"))).isEmpty();
        assertThat(read(BEFORE + running(""))).isEmpty();
        assertThat(read(BEFORE + "pytest\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pip install -e .\n",
                "source /opt/miniconda3/bin/activate\n",
                "cd /testbed/sub\n",
                "set -e\n",
                "set -n\n",
                "git checkout 7479216347245bea43a928135bd8cfcfb8d6f500 ../out\n",
                "git apply -v - <<'EOF'\n--- a/x\n",
                "export A=1\n"
            })
    void leavesAloneWhatItDoesNotKnow(String line) {
        assertThat(read(BEFORE + line + running("pytest"))).isEmpty();
    }

    @Test
    void keeperRunsAUsualScriptUnlessItPutsBackWhatTheCandidateChanges() {
        assertThat(KeptDriver.program(request("src/value.py"), keys(), BASE)).isPresent();
        assertThat(KeptDriver.program(request("tests/helper.py"), keys(), BASE)).isEmpty();
    }

    @Test
    void logOfTheKeeperReadsLikeThatOfTheScript() {
        RunKeys keys = keys();
        RawRun run = new RawRun(
                "PASSED t.py::a\n",
                false,
                OptionalInt.of(3),
                List.of(),
                Witness.read("", keys.witness()),
                "",
                keys,
                Optional.empty());
        MarkedScript script = new MarkedScript(keys.frame());
        String log = script.around(run).log();
        assertThat(script.between(log))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("PASSED t.py::a").doesNotContain(">>>>>"));
        assertThat(script.exitCode(log)).hasValue(3);
    }

    /** Files of another commit are not there already. */
    @Test
    void leavesAloneWhatPutsBackFilesOfAnotherCommit() {
        String script = BEFORE + running("pytest");
        assertThat(read(script)).isPresent();
        assertThat(UsualScript.read(script, new CommitId("1".repeat(40)))).isEmpty();
    }

    @Test
    void keepsCarriageReturnsOfATestPatch() {
        String patching = PATCHING.replace("+2\n", "+2\r\n");
        assertThat(read(BEFORE + patching + running("pytest")))
                .flatMap(UsualScript::testPatch)
                .hasValueSatisfying(diff -> assertThat(diff).endsWith("+2\r\n"));
        assertThat(MarkedScript.recorded(BEFORE + patching + running("pytest"))).contains("+2\r\n");
    }

    private static Optional<UsualScript> read(String script) {
        return UsualScript.read(script, BASE);
    }

    private static RunKeys keys() {
        return RunKeys.draw(new Random(3));
    }

    private static RunRequest request(String changed) {
        return new RunRequest(
                Optional.of(Patches.between(new RepositoryPath(changed), "A = 1\n", "A = 2\n")),
                Optional.empty(),
                new TestProcedure.EvalScript(
                        BEFORE + running("pytest -rA"), "parse_log_pytest", EvalType.PASS_AND_FAIL),
                false,
                Optional.empty(),
                Duration.ofSeconds(10));
    }
}
