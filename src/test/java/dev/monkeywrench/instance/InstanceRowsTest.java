package dev.monkeywrench.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class InstanceRowsTest {

    @Test
    void readsScriptedRowWithItsOwnImage() {
        GradedInstance graded = Rows.accepted(Rows.v5());

        assertThat(graded.instance().environment()).isEqualTo(new Environment.Image("example/image:1"));
        assertThat(graded.instance().repository()).isEqualTo(new RepositoryRef.InImage());
        assertThat(graded.hiddenTests().procedure())
                .isEqualTo(new TestProcedure.EvalScript(
                        "#!/bin/bash\npytest -rA tests\n", "parse_log_pytest", EvalType.PASS_AND_FAIL));
        assertThat(graded.goldPatch()).isPresent();
    }

    @Test
    void readsTestsFromArraysAndFromStringsThatHoldThem() {
        ObjectNode row = Rows.v5();
        row.putArray("FAIL_TO_PASS").add("tests/test_a.py::test_b");

        ExpectedTests expected = Rows.accepted(row).hiddenTests().expected().orElseThrow();

        assertThat(expected.failToPass()).containsExactly(new TestId("tests/test_a.py::test_b"));
        assertThat(expected.passToPass()).hasSize(2);
    }

    @Test
    void namesTheOfficialImageWhereNoneIsNamed() {
        ObjectNode row = Rows.legacy().put("instance_id", "Django__django-11099");

        assertThat(Rows.accepted(row).instance().environment())
                .isEqualTo(
                        new Environment.Image("docker.io/swebench/sweb.eval.x86_64.django_1776_django-11099:latest"));
    }

    @Test
    void fetchesTheRepositoryWhereARecipeBringsNone() {
        ObjectNode row = Rows.v5();
        row.putObject("environment").put("recipe", "python");

        Instance instance = Rows.accepted(row).instance();

        assertThat(instance.environment()).isEqualTo(new Environment.Recipe("python"));
        assertThat(instance.repository()).hasToString("Remote[address=https://github.com/psf/requests]");
    }

    @Test
    void readsRepositoryOfARowThatNamesOne() {
        ObjectNode row = Rows.v5().put("repository", "starter/one");
        row.putObject("environment").put("recipe", "python");

        Instance instance = Rows.accepted(row, RowPolicy.standard().under(Path.of("/srv/code")))
                .instance();

        assertThat(instance.repository()).isEqualTo(new RepositoryRef.Local(Path.of("/srv/code/starter/one")));
    }

    @Test
    void takesTheBaseCommitFromTheScriptWhereTheRowHasNone() {
        ObjectNode row = Rows.v5().put("eval_script", "git checkout " + Rows.BASE + " tests/test_a.py\npytest\n");
        row.remove("base_commit");

        assertThat(Rows.accepted(row).instance().baseCommit()).isEqualTo(new CommitId(Rows.BASE));
    }

    @Test
    void showsNoScriptThatBringsTests() {
        ObjectNode bringing = Rows.v5().put("eval_script", "git apply -v - <<'EOF'\n\nEOF\npytest\n");
        bringing.remove("test_patch");
        ObjectNode plainScript = Rows.v5();
        plainScript.remove("test_patch");

        assertThat(Rows.accepted(Rows.v5()).instance().visibleTests()).isEqualTo(VisibleTests.none());
        assertThat(Rows.accepted(bringing).instance().visibleTests()).isEqualTo(VisibleTests.none());
        assertThat(Rows.accepted(plainScript).instance().visibleTests().procedure())
                .isPresent();
    }

    @Test
    void keepsFieldsItHasNoUseFor() {
        ObjectNode row = Rows.v5().put("hints_text", "a hint").put("difficulty", "<15 min fix");

        Reading.Read read = (Reading.Read) InstanceRows.read(row, RowPolicy.standard());

        assertThat(new JsonMapper().readTree(read.row())).isEqualTo(row);
    }

    @Test
    void saysEverythingThatIsWrong() {
        ObjectNode row = Rows.v5()
                .put("instance_id", "../x")
                .put("base_commit", "main")
                .put("FAIL_TO_PASS", "[]")
                .put("PASS_TO_PASS", 3)
                .put("log_parser", "import os")
                .put("eval_type", "other")
                .put("problem_statement", 7);

        assertThat(Rows.rejectedFields(row))
                .contains(
                        "instance_id",
                        "base_commit",
                        "FAIL_TO_PASS",
                        "PASS_TO_PASS",
                        "log_parser",
                        "eval_type",
                        "problem_statement");
        assertThat(Rows.rejected(row)).allMatch(problem -> !problem.remedy().isBlank());
    }

    @Test
    void refusesWhatIsTooLarge() {
        ObjectNode row = Rows.v5()
                .put("problem_statement", "x".repeat((1 << 20) + 1))
                .put("eval_script", "x".repeat((1 << 20) + 1))
                .put("patch", "x".repeat(10 * (1 << 20) + 1));
        row.putArray("PASS_TO_PASS").add("x".repeat(4_097));
        for (int i = 0; i <= 20_000; i++) {
            row.withArray("/FAIL_TO_PASS_LIST").add("t" + i);
        }
        row.set("FAIL_TO_PASS", row.remove("FAIL_TO_PASS_LIST"));

        assertThat(Rows.rejectedFields(row))
                .contains("problem_statement", "eval_script", "patch", "PASS_TO_PASS[0]", "FAIL_TO_PASS");
    }

    @Test
    void refusesARowWithoutTests() {
        ObjectNode row = Rows.v5();
        row.remove(List.of("FAIL_TO_PASS", "PASS_TO_PASS"));

        assertThat(Rows.rejectedFields(row)).containsExactly("FAIL_TO_PASS");
    }

    @Test
    void refusesAnEnvironmentOfAnotherForm() {
        ObjectNode row = Rows.v5();
        row.putObject("environment").put("recipe", "python").put("image", "x");

        assertThat(Rows.rejectedFields(row)).containsExactly("environment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "null", "\"text\""})
    void refusesWhatIsNoObject(String json) {
        assertThat(InstanceRows.read(new JsonMapper().readTree(json), RowPolicy.standard()))
                .isInstanceOf(Reading.Rejected.class);
    }
}
