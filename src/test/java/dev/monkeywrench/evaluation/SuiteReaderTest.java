package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteReaderTest {

    @TempDir
    private Path folder;

    private Suite read(String place) {
        return new SuiteReader(Path.of("suites"), folder.resolve("home")).read(place);
    }

    private static String row(String id) {
        return "{\"instance_id\":\"" + id + "\",\"repository\":\"https://example.org/x.git\",\"base_commit\":\""
                + "a".repeat(40) + "\",\"problem_statement\":\"It breaks.\",\"test_command\":\"pytest\","
                + "\"report\":\"junit\",\"kept\":1}";
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("suite.json"), text).toString();
    }

    @Test
    void readsRowsOneALineAndInAList() throws IOException {
        assertThat(read(file(row("a__a-1") + "\n" + row("b__b-2"))).rows()).hasSize(2);
        assertThat(read(file("[" + row("a__a-1") + "," + row("b__b-2") + "]")).rows())
                .hasSize(2);
    }

    @Test
    void keepsFieldsItHasNoUseFor() throws IOException {
        assertThat(read(file(row("a__a-1")))
                        .rows()
                        .getFirst()
                        .row()
                        .path("kept")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void namesLineAndFieldOfBadRowsAndKeepsTheOthers() throws IOException {
        Suite suite = read(file("{\"instance_id\":\"x__x-1\"}\n" + row("a__a-1") + "\n" + row("a__a-1")));

        assertThat(suite.rows()).hasSize(1);
        assertThat(suite.problems()).anySatisfy(problem -> {
            assertThat(problem.line()).hasValue(1);
            assertThat(problem.field()).isNotEmpty();
        });
        assertThat(suite.problems().getLast().sentence()).contains(":3:", "twice");
    }

    @Test
    void starterSuiteHasADemoOfEachLanguage() {
        Suite suite = read(SuiteReader.STARTER);

        assertThat(suite.problems()).isEmpty();
        assertThat(suite.rows().stream().flatMap(row -> row.demoLanguage().stream()))
                .containsExactlyInAnyOrder("python", "java");
    }

    @Test
    void brokenTaskLeavesTheOthers() throws IOException {
        Path tasks = Files.createDirectories(folder.resolve("suite/tasks/broken"));
        Files.writeString(tasks.resolve("task.yaml"), "instance_id: broken");

        Suite suite = read(folder.resolve("suite").toString());

        assertThat(suite.rows()).isEqualTo(List.of());
        assertThat(suite.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("broken"));
    }

    @Test
    void missingSuiteIsNamed() {
        assertThatThrownBy(() -> read(folder.resolve("none").toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
    }
}
