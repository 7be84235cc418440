package dev.monkeywrench.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class PlainFormTest {

    @Test
    void readsTheLeastAFormSays() {
        GradedInstance graded = Rows.accepted(Rows.plain());

        assertThat(graded.instance().repository()).hasToString("Remote[address=https://example.com/owner/name]");
        assertThat(graded.instance().environment()).isEqualTo(new Environment.Unstated());
        assertThat(graded.hiddenTests().expected()).isEmpty();
        assertThat(graded.hiddenTests().procedure())
                .isEqualTo(new TestProcedure.TestCommand("pytest -q", new ReportFormat.JunitXml(List.of())));
    }

    @Test
    void namesEqualFormsAlikeAndOthersOtherwise() {
        InstanceId first = Rows.accepted(Rows.plain()).instance().id();
        InstanceId again = Rows.accepted(Rows.plain()).instance().id();
        InstanceId other = Rows.accepted(Rows.plain().put("problem_statement", "Another"))
                .instance()
                .id();

        assertThat(first).isEqualTo(again).isNotEqualTo(other);
    }

    @Test
    void showsTheCommandButNotTheTestPatch() {
        GradedInstance graded = Rows.accepted(Rows.plain().put("test_patch", Rows.TEST_PATCH));

        assertThat(graded.hiddenTests().testPatch()).contains(Rows.TEST_PATCH);
        assertThat(graded.instance().visibleTests().procedure())
                .isEqualTo(Optional.of(graded.hiddenTests().procedure()));
        assertThat(graded.instance().toString()).doesNotContain("a.one()");
    }

    @Test
    void readsReportsByPathAndByParser() {
        ObjectNode byPath = Rows.plain();
        byPath.putObject("report").put("format", "junit").putArray("paths").add("target/surefire-reports/*.xml");

        assertThat(report(byPath)).isEqualTo(new ReportFormat.JunitXml(List.of("target/surefire-reports/*.xml")));
        assertThat(report(Rows.plain().put("report", "parse_log_pytest")))
                .isEqualTo(new ReportFormat.Log("parse_log_pytest"));
    }

    private static ReportFormat report(ObjectNode row) {
        return ((TestProcedure.TestCommand) Rows.accepted(row).hiddenTests().procedure()).report();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/*.xml", "../*.xml", "a/../../b.xml", ".git/x.xml"})
    void refusesReportsOutsideTheRepository(String path) {
        ObjectNode row = Rows.plain();
        row.putObject("report").put("format", "junit").putArray("paths").add(path);

        assertThat(Rows.rejectedFields(row)).containsExactly("report.paths[0]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ext::sh -c id",
                "file:///etc",
                "ssh://host/x",
                "git@host:owner/name",
                "--upload-pack=id",
                "http://example.com/x",
                "https://user:token@example.com/x",
                "https://token@example.com/x",
                "https:///x",
                "https://127.1/x",
                "https://exa mple.com/",
                "relative/path"
            })
    void refusesAddresses(String address) {
        assertThat(Rows.rejectedFields(Rows.plain().put("repository", address))).containsExactly("repository");
    }

    @Test
    void keepsTheTokenOutOfTheMessage() {
        List<FieldProblem> problems =
                Rows.rejected(Rows.plain().put("repository", "https://user:secret-token@example.com/x"));

        assertThat(problems.toString()).doesNotContain("secret-token");
    }

    @Test
    void readsAPathOfThisMachine() {
        assertThat(Rows.accepted(Rows.plain().put("repository", "/srv/code/a/../b"))
                        .instance()
                        .repository())
                .isEqualTo(new RepositoryRef.Local(Path.of("/srv/code/b")));
    }

    @Test
    void refusesPassToPassAlone() {
        ObjectNode row = Rows.plain();
        row.putArray("PASS_TO_PASS").add("a");

        assertThat(Rows.rejectedFields(row)).containsExactly("PASS_TO_PASS");
    }

    @Test
    void refusesANulInACommand() {
        assertThat(Rows.rejectedFields(Rows.plain().put("test_command", "pytest\0 -q")))
                .containsExactly("test_command");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no patch at all",
                "diff --git a/../x b/../x\n--- a/../x\n+++ b/../x\n@@ -1 +1 @@\n-a\n+b\n",
                "diff --git a/.git/config b/.git/config\n--- a/.git/config\n+++ b/.git/config\n@@ -1 +1 @@\n-a\n+b\n",
                "diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+/etc\n",
                "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,5 +1 @@\n-a\n"
            })
    void refusesTestPatches(String patch) {
        assertThat(Rows.rejectedFields(Rows.plain().put("test_patch", patch))).containsExactly("test_patch");
    }
}
