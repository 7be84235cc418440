package dev.monkeywrench.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MultiSweRowTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static ObjectNode row() {
        ObjectNode row = JSON.createObjectNode();
        row.put("org", "Acme")
                .put("repo", "tool")
                .put("number", 17)
                .put("title", "the fix")
                .put("body", "the fix");
        row.putObject("base").put("label", "acme:main").put("ref", "main").put("sha", "a".repeat(40));
        row.putArray("resolved_issues")
                .addObject()
                .put("number", 3)
                .put("title", "It breaks")
                .put("body", "When called.");
        row.put("fix_patch", "diff --git a/x.go b/x.go\n--- a/x.go\n+++ b/x.go\n@@ -1 +1 @@\n-a\n+b\n");
        row.put(
                "test_patch",
                "diff --git a/x_test.go b/x_test.go\n--- a/x_test.go\n+++ b/x_test.go\n@@ -1 +1 @@\n-a\n+b\n");
        row.putObject("f2p_tests").putObject("TestA").put("fix", "PASS");
        row.putObject("s2p_tests");
        row.putObject("n2p_tests").putObject("TestNew");
        row.putObject("p2p_tests").putObject("TestB");
        return row;
    }

    private static GradedInstance read(ObjectNode row) {
        return switch (InstanceRows.read(row, RowPolicy.standard())) {
            case Reading.Read read -> read.instance();
            case Reading.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
    }

    private static List<String> refused(ObjectNode row) {
        return switch (InstanceRows.read(row, RowPolicy.standard())) {
            case Reading.Read read -> throw new AssertionError(read);
            case Reading.Rejected rejected ->
                rejected.problems().stream().map(FieldProblem::field).toList();
        };
    }

    @Test
    void isReadAsTheSweBenchRowThatSaysTheSame() {
        GradedInstance read = read(row());

        assertThat(read.instance().id()).isEqualTo(new InstanceId("Acme__tool-17"));
        assertThat(read.instance().baseCommit()).isEqualTo(new CommitId("a".repeat(40)));
        assertThat(read.instance().environment())
                .isEqualTo(new Environment.Image("mswebench/acme_m_tool:pr-17", "/home/tool"));
        assertThat(read.goldPatch().orElseThrow().unifiedDiff()).contains("x.go");
        ExpectedTests expected = read.hiddenTests().expected().orElseThrow();
        assertThat(expected.failToPass()).containsExactly(new TestId("TestA"), new TestId("TestNew"));
        assertThat(expected.passToPass()).containsExactly(new TestId("TestB"));
    }

    /** Its title and body describe the fix. */
    @Test
    void nothingOfThePullRequestIsInTheStatement() {
        Instance instance = read(row()).instance();

        assertThat(instance.problemStatement().text()).isEqualTo("It breaks\n\nWhen called.");
        assertThat(instance.visibleTests()).isEqualTo(VisibleTests.none());
        assertThat(instance.toString()).doesNotContain("the fix", "x.go");
    }

    @Test
    void theImagesOwnScriptRunsTheTestsAfterTheTestPatch() {
        assertThat(read(row()).hiddenTests().procedure())
                .isInstanceOfSatisfying(TestProcedure.EvalScript.class, procedure -> {
                    assertThat(procedure.logParser()).isEqualTo("parse_log_gotest");
                    assertThat(procedure.script())
                            .contains("git apply -v - <<", "\nbash /home/run.sh\n", ">>>>> Start Test Output");
                });
    }

    @Test
    void whatTheRowStatesItselfCounts() {
        ObjectNode row = row().put("test_command", "go test ./...").put("report", "parse_log_gotest");

        assertThat(read(row).instance().repository())
                .isEqualTo(new RepositoryRef.Remote(URI.create("https://github.com/Acme/tool")));
        assertThat(read(row().put("image", "mine/tool:1").put("log_parser", "parse_log_tap"))
                        .instance()
                        .environment())
                .isEqualTo(new Environment.Image("mine/tool:1", "/home/tool"));
        assertThat(read(row().put("image_folder", "/src/tool")).instance().environment())
                .isEqualTo(new Environment.Image("mswebench/acme_m_tool:pr-17", "/src/tool"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tool", "/", "/a b", "/a/../b", "/a;reboot", "/$(x)", "/a//b"})
    void refusesFoldersThatAreNone(String folder) {
        assertThat(refused(row().put("image_folder", folder))).containsExactly("image_folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"TestA\"]",
                "{\"name\":[\"TestA\"],\"fix\":[\"PASS\"]}",
                "\"{\\\"TestA\\\":{}}\"",
                "\"[\\\"TestA\\\"]\""
            })
    void testsAreReadInEveryFormInUse(String tests) {
        ObjectNode row = row();
        row.set("f2p_tests", JSON.readTree(tests));
        row.remove("n2p_tests");

        assertThat(read(row).hiddenTests().expected().orElseThrow().failToPass())
                .containsExactly(new TestId("TestA"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "org|7|org",
                "number|'x'|number",
                "base|{}|base.sha",
                "base|{'sha':'abc'}|base.sha",
                "fix_patch|7|fix_patch",
                "test_patch|null|test_patch",
                "f2p_tests|7|f2p_tests",
                "p2p_tests|'x'|p2p_tests",
                "test_patch|'--- a/x.zig\\n+++ b/x.zig\\n@@ -1 +1 @@\\n-a\\n+b\\n'|log_parser"
            })
    void problemsAreToldByTheNamesThatTheRowHas(String field, String value, String told) {
        ObjectNode row = row();
        row.set(field, JSON.readTree(value.replace('\'', '"')));

        assertThat(refused(row)).containsExactly(told);
    }
}
