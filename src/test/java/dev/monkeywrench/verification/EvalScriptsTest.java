package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.EvalType;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.TestProcedure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvalScriptsTest {

    @Test
    void aCommandBecomesAScriptThatAppliesTheTestsAndMarksTheirOutput() {
        String patch = "diff --git a/t.py b/t.py\n+'quoted $HOME `id`'";
        TestProcedure command = new TestProcedure.TestCommand("pytest -q", new ReportFormat.JunitXml(List.of()));
        String script = EvalScripts.of(new HiddenTests(command, Optional.of(patch), Optional.empty()));
        assertThat(script)
                .startsWith("#!/bin/bash\nset -uxo pipefail\ngit apply -v - <<'END_OF_TEST_PATCH_")
                .contains("'\n" + patch + "\nEND_OF_TEST_PATCH_")
                .endsWith("""
                        : '>>>>> Start Test Output'
                        pytest -q
                        SWEBENCH_TEST_EXIT_CODE=$?
                        : '>>>>> End Test Output'
                        echo ">>>>> Test Exit Code: $SWEBENCH_TEST_EXIT_CODE"
                        """);
    }

    @Test
    void anEvalScriptRecordsTheStatusOfItsTestsAsTheHarnessMakesIt() {
        TestProcedure procedure = new TestProcedure.EvalScript(
                ": '>>>>> Start Test Output'\npytest\n: '>>>>> End Test Output'\ngit checkout x\n",
                "parse_log_pytest",
                EvalType.PASS_AND_FAIL);
        assertThat(EvalScripts.of(new HiddenTests(procedure, Optional.empty(), Optional.empty())))
                .isEqualTo("""
                        : '>>>>> Start Test Output'
                        pytest
                        SWEBENCH_TEST_EXIT_CODE=$?
                        : '>>>>> End Test Output'
                        echo ">>>>> Test Exit Code: $SWEBENCH_TEST_EXIT_CODE"
                        git checkout x
                        """);
    }
}
