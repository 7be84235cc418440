package dev.monkeywrench.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class LegacyRowTest {

    @Test
    void derivesTheScriptItsRepositoryIsTestedBy() {
        TestProcedure.EvalScript procedure = procedure(Rows.legacy());

        assertThat(procedure.logParser()).isEqualTo("parse_log_requests");
        assertThat(procedure.script())
                .contains("git checkout " + Rows.BASE + " -- 'tests/test_a.py'\n")
                .contains("rm -f -- 'tests/it'\\''s new.py'\n")
                .contains("pytest -rA 'tests/test_a.py' 'tests/it'\\''s new.py'\n");
        assertThat(procedure.script().indexOf("Test Exit Code"))
                .isGreaterThan(procedure.script().indexOf("End Test Output"));
    }

    @Test
    void namesDjangoTestsByModule() {
        ObjectNode row = Rows.legacy().put("repo", "django/django").put("version", "3.0");

        assertThat(procedure(row).script())
                .contains("./tests/runtests.py --verbosity 2 --settings=test_sqlite --parallel 1 'test_a'");
        assertThat(procedure(row).logParser()).isEqualTo("parse_log_django");
    }

    @Test
    void runsPytestForAnUnknownPythonRepository() {
        assertThat(procedure(Rows.legacy().put("repo", "owner/other")).logParser())
                .isEqualTo("parse_log_pytest");
    }

    @Test
    void refusesARepositoryWhoseTestsItCannotRun() {
        ObjectNode row =
                Rows.legacy().put("repo", "google/gson").put("test_patch", Rows.TEST_PATCH.replace(".py", ".java"));

        assertThat(Rows.rejectedFields(row)).containsExactly("repo");
    }

    @Test
    void refusesARowThatNamesNoTestsToRun() {
        ObjectNode row = Rows.legacy();
        row.remove("test_patch");

        assertThat(Rows.rejectedFields(row)).containsExactly("test_patch");
    }

    @Test
    void showsNothingOfTheHiddenTests() {
        Instance instance = Rows.accepted(Rows.legacy()).instance();

        assertThat(instance.visibleTests()).isEqualTo(VisibleTests.none());
        assertThat(instance.toString()).doesNotContain("a.one()", "test_b");
    }

    @Test
    void writesAScriptThatBashReads(@TempDir Path folder) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("eval.sh"), procedure(Rows.legacy()).script());

        int status = new ProcessBuilder(List.of("bash", "-n", script.toString()))
                .inheritIO()
                .start()
                .waitFor();

        assertThat(status).isZero();
    }

    private static TestProcedure.EvalScript procedure(ObjectNode row) {
        return (TestProcedure.EvalScript) Rows.accepted(row).hiddenTests().procedure();
    }
}
