package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet, YAML and folders. The Parquet files were written by PyArrow 26 from rows made up for this test. */
class SuiteFilesTest {

    private static final Path FILES = Path.of("src/test/resources/suites");

    private static final String YAML = """
            instance_id: a__a-1
            repository: https://example.org/x.git
            base_commit: "%s"
            problem_statement: |
              It breaks.
            test_command: pytest
            report: junit
            """.formatted("a".repeat(40));

    @TempDir
    private Path folder;

    private Suite read(Path place) {
        return new SuiteReader(Path.of("suites"), folder.resolve("home")).read(place.toString());
    }

    private static List<String> ids(Suite suite) {
        return suite.rows().stream().map(row -> row.id().value()).toList();
    }

    private static String told(Suite suite) {
        assertThat(suite.problems()).hasSize(1);
        return suite.problems().getFirst().sentence();
    }

    private Path damaged(String name, int from, int to) throws IOException {
        byte[] octets = Files.readAllBytes(FILES.resolve(name));
        Arrays.fill(octets, from, to, (byte) 0xff);
        return Files.write(folder.resolve(name), octets);
    }

    @Test
    void readsLegacyRowsInParquet() {
        Suite suite = read(FILES.resolve("legacy-snappy.parquet"));

        assertThat(suite.problems()).isEmpty();
        assertThat(ids(suite)).containsExactly("owner__name-1", "owner__name-2");
        assertThat(suite.rows().getFirst().row().path("problem_statement").asString())
                .isEqualTo("It breaks: é 日本");
        assertThat(suite.rows().getFirst().row().has("hints_text")).isFalse();
    }

    @Test
    void readsNewRowsInParquetWithListsAndStructures() {
        Suite suite = read(FILES.resolve("v5-zstd.parquet"));

        assertThat(suite.problems()).isEmpty();
        assertThat(ids(suite)).hasSize(4);
        var row = suite.rows().getLast().row();
        assertThat(row.path("FAIL_TO_PASS").toString())
                .isEqualTo("[\"tests/test_x.py::test_a\",\"tests/test_x.py::test_b\"]");
        assertThat(row.path("PASS_TO_PASS").toString()).isEqualTo("[]");
        assertThat(row.path("image_assets").toString()).isEqualTo("[{\"path\":\"a.png\",\"size\":7}]");
        assertThat(row.path("weights").toString()).isEqualTo("{\"x\":1.5}");
    }

    @Test
    void wrongTypeInParquetIsNamedByRowAndField() {
        assertThat(told(read(FILES.resolve("wrong-types-gzip.parquet")))).contains("(row 1): patch is not a string");
    }

    @Test
    void textThatIsNotUtf8SpoilsItsRowAlone() {
        Suite suite = read(FILES.resolve("latin1.parquet"));

        assertThat(told(suite)).contains("(row 2)", "'hints_text' is not UTF-8");
        assertThat(ids(suite)).containsExactly("owner__name-1");
    }

    @Test
    void compressionThatIsNotReadIsNamed() {
        assertThat(told(read(FILES.resolve("brotli.parquet")))).contains("BROTLI", "snappy, zstd or gzip");
    }

    @ParameterizedTest
    @CsvSource({
        "0, the file is empty",
        "3, the file is no Parquet file: it holds 3 bytes",
        "11, the file is no Parquet file: it holds 11 bytes",
        "12, the file is cut off: it holds 12 bytes",
        "8000, the file is cut off: it holds 8000 bytes",
        "8667, the file is cut off: it holds 8667 bytes"
    })
    void truncatedParquetIsTold(int length, String expected) throws IOException {
        byte[] octets = Files.readAllBytes(FILES.resolve("v5-zstd.parquet"));

        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(octets, length));

        assertThat(told(read(cut))).contains("cut.parquet: " + expected, "Fetch or write the file again");
    }

    @Test
    void damagedRowGroupLeavesTheOthers() throws IOException {
        Suite suite = read(damaged("v5-zstd.parquet", 20, 200));

        assertThat(ids(suite)).containsExactly("owner__name-3", "owner__name-4");
        assertThat(told(suite)).contains("(row 1)", "rows 1 to 2");
    }

    /** Whatever is overwritten, the reader ends and says something. */
    @ParameterizedTest
    @ValueSource(ints = {300, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 8500, 8600, 8656})
    void damageAnywhereIsTold(int from) throws IOException {
        Suite suite = read(damaged("v5-zstd.parquet", from, from + 4));

        assertThat(suite.rows().size() + suite.problems().size()).isPositive();
    }

    @Test
    void readsDocumentsOfYaml() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), YAML + "---\n" + YAML.replace("a-1", "a-2"));

        assertThat(ids(read(file))).containsExactly("a__a-1", "a__a-2");
    }

    @Test
    void brokenYamlIsToldWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), YAML + "---\nx: [1\ny: 2\n");

        Suite suite = read(file);

        assertThat(ids(suite)).containsExactly("a__a-1");
        assertThat(told(suite)).contains("a.yaml:", "not YAML");
    }

    @Test
    void yamlAliasesDoNotMultiply() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 12; level++) {
            String below = "*a" + (level - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, String.join(", ", List.of(below, below, below))));
        }

        assertThat(read(Files.writeString(folder.resolve("a.yaml"), bomb)).problems())
                .isNotEmpty();
    }

    @Test
    void readsAFolderOfFilesInEveryForm() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), YAML);
        Files.writeString(folder.resolve("b.yml"), YAML.replace("a-1", "b-1"));
        Files.copy(FILES.resolve("legacy-snappy.parquet"), folder.resolve("c.parquet"));
        Files.writeString(folder.resolve("README.md"), "no instance");
        Files.writeString(folder.resolve("d.json"), "{\"instance_id\":7}");
        Files.writeString(folder.resolve("e.yaml"), YAML);

        Suite suite = read(folder);

        assertThat(ids(suite)).containsExactly("a__a-1", "a__b-1", "owner__name-1", "owner__name-2");
        assertThat(suite.problems())
                .extracting(FileProblem::sentence)
                .anySatisfy(each -> assertThat(each).contains("d.json:1: instance_id is not a string"))
                .last()
                .asString()
                .contains("e.yaml", "twice, first in", "a.yaml");
    }

    @Test
    void folderWithoutRowsIsTold() {
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither tasks nor files");
    }

    @Test
    void keyStandsForTheId() throws IOException {
        String json = "{\"a__a-1\":{\"repository\":\"https://example.org/x\",\"base_commit\":\"" + "a".repeat(40)
                + "\",\"problem_statement\":\"x\",\"test_command\":\"y\",\"report\":\"junit\",\"z\":{}}}";

        assertThat(ids(read(Files.write(folder.resolve("a.json"), json.getBytes(StandardCharsets.UTF_8)))))
                .containsExactly("a__a-1");
    }

    @Test
    void fileOfATaskInAnotherEncodingIsNamed() throws IOException {
        Path task = Files.createDirectories(folder.resolve("suite/tasks/a__a-1"));
        for (String file : new String[] {"gold.patch", "test.patch", "eval.sh"}) {
            Files.writeString(task.resolve(file), "");
        }
        Files.writeString(task.resolve("task.yaml"), "instance_id: a__a-1");
        Files.writeString(task.resolve("tests.json"), "{}");
        Files.write(task.resolve("problem_statement.md"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(told(read(folder.resolve("suite")))).contains("problem_statement.md is not UTF-8", "iconv");
    }
}
