package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is broken in a file is told with its place, and costs nothing but itself. */
class MalformedFilesTest extends PredictionsFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'instance_id':7,'model_patch':''}|:2: instance_id is not a text",
                "{'model_patch':''}|:2: instance_id is missing",
                "{'instance_id':'../x','model_patch':''}|:2: instance_id names no instance",
                "{'instance_id':'a__b-1'}|:2: model_patch is missing",
                "{'instance_id':'a__b-1','model_patch':{}}|:2: model_patch is not a text",
                "{'instance_id':'a__b-1','model_patch':'a\\u0000'}|:2: model_patch holds a NUL",
                "{'instance_id':'a__b-1','model_patch':'','model_name_or_path':[]}|:2: model_name_or_path is not a text",
                "{'instance_id':'a__b-1','instance_id':'a__b-2','model_patch':''}|:2: the line is not JSON: Duplicate",
                "{'org':'google','number':1,'fix_patch':''}|:2: repo is not a text",
                "{'org':'google','repo':'gson','number':'x','fix_patch':''}|:2: number is not the number",
                "7|:2: the entry is not a JSON object",
                "nonsense|:2: the line is not JSON",
                "{'instance_id': 'a__b-1', 'model_pat|:2: the line is not JSON"
            })
    void badLineIsNamedAndTheOthersAreRead(String line, String expected) throws IOException {
        Predictions read = read(GOOD + "\n" + line.replace('\'', '"') + "\n" + OTHER + "\n");

        assertThat(told(read)).contains("predictions.jsonl" + expected);
        assertThat(ids(read)).containsExactly("a__b-1", "a__b-2");
    }

    @Test
    void deepNestingIsALineLikeAnyOther() throws IOException {
        String deep = "{\"instance_id\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        Predictions read = read(deep + "\n" + GOOD);

        assertThat(told(read)).contains(":1: the line is not JSON", "nesting");
        assertThat(ids(read)).containsExactly("a__b-1");
    }

    /** The text alone, read whole, would be twice what may be used here. */
    @Test
    void hugeLineIsSkippedWithoutHoldingIt() throws IOException {
        Path file = folder.resolve("predictions.jsonl");
        byte[] mebi = new byte[1 << 20];
        Arrays.fill(mebi, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((GOOD + "\n{\"instance_id\":\"a__b-3\",\"model_patch\":\"").getBytes(StandardCharsets.UTF_8));
            for (int count = 0; count < 100; count++) {
                out.write(mebi);
            }
            out.write(("\"}\n" + OTHER + "\n").getBytes(StandardCharsets.UTF_8));
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Predictions read = Predictions.read(file);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(150L << 20);
        assertThat(told(read)).contains(":2: the line holds 1048576", "at most 33554432");
        assertThat(ids(read)).containsExactly("a__b-1", "a__b-2");
    }

    @Test
    void brokenElementOfAListCostsItselfAlone() throws IOException {
        Predictions read = read("[\n" + GOOD + ",\n{\"instance_id\": nonsense},\n 7, " + OTHER + "\n]\n");

        assertThat(ids(read)).containsExactly("a__b-1", "a__b-2");
        assertThat(read.problems())
                .extracting(FileProblem::sentence)
                .satisfiesExactly(
                        first -> assertThat(first).contains(":3 (entry 2): the entry is not JSON"),
                        second -> assertThat(second).contains(":4 (entry 3): the entry is not a JSON object"));
    }

    @Test
    void listThatIsCutOffGivesWhatStandsBefore() throws IOException {
        Predictions read = read("[" + GOOD + ",\n" + OTHER.substring(0, 20));

        assertThat(ids(read)).containsExactly("a__b-1");
        assertThat(read.problems())
                .extracting(FileProblem::sentence)
                .satisfiesExactly(
                        first -> assertThat(first).contains(":2 (entry 2): the entry is cut off"),
                        second -> assertThat(second).contains("without its ']'"));
    }

    @Test
    void objectKeyedByIdThatIsCutOffGivesWhatStandsBefore() throws IOException {
        Predictions read = read("{\n\"a__b-1\": {\"model_patch\": \"diff\"},\n\"a__b-2\": {\"model_pa");

        assertThat(ids(read)).containsExactly("a__b-1");
        assertThat(read.problems())
                .extracting(FileProblem::sentence)
                .satisfiesExactly(
                        first -> assertThat(first).contains(":3: the entry is cut off"),
                        second -> assertThat(second).contains("without its '}'"));
    }

    @Test
    void indentedObjectsAreRead() throws IOException {
        String indented = GOOD.replace(",", ",\n  ").replace("{", "{\n  ").replace("}", "\n}");

        assertThat(ids(read(indented))).containsExactly("a__b-1");
        assertThat(ids(read(indented + "\n" + indented.replace("b-1", "b-2")))).containsExactly("a__b-1", "a__b-2");
        assertThat(ids(read("{\n \"a__b-1\": " + indented + ",\n \"a__b-2\": {\"model_patch\": null}\n}\n")))
                .containsExactly("a__b-1", "a__b-2");
    }

    @Test
    void brokenFirstLineDoesNotHideTheOthers() throws IOException {
        for (String first :
                new String[] {"{", "{\"instance_id\": \"a", "{\"instance_id\": 1,", "[1]", "{\"a\": {\"b\": 1}"}) {
            Predictions read = read(first + "\n" + GOOD + "\n" + OTHER + "\n");

            assertThat(ids(read)).as(first).containsExactly("a__b-1", "a__b-2");
            assertThat(read.problems()).as(first).isNotEmpty();
        }
    }

    @Test
    void pythonsNotANumberIsNoFault() throws IOException {
        Predictions read = read(GOOD.replace("}", ",\"score\":NaN}"));

        assertThat(read.problems()).isEmpty();
        assertThat(ids(read)).containsExactly("a__b-1");
    }

    @Test
    void problemsAreBoundedInNumber() throws IOException {
        Predictions read = read("x\n".repeat(5_000) + GOOD);

        assertThat(ids(read)).containsExactly("a__b-1");
        assertThat(read.problems()).hasSize(Problems.MOST + 1);
        assertThat(read.problems().getLast().sentence()).contains("4000 more");
    }

    @Test
    void predictionsOfMultiSweBenchAreRead() throws IOException {
        Predictions read = read("{\"org\":\"google\",\"repo\":\"gson\",\"number\":1787,\"fix_patch\":\"diff\"}");

        assertThat(read.problems()).isEmpty();
        assertThat(ids(read)).containsExactly("google__gson-1787");
        assertThat(read.all().getFirst().patch()).isEqualTo("diff");
    }

    @Test
    void strangersAreToldWithTheLineOfTheirFirstPrediction() throws IOException {
        Predictions read = read(GOOD + "\n" + OTHER + "\n" + OTHER);

        assertThat(read.stranger(read.all().get(1).instanceId(), "the suite").sentence())
                .contains("predictions.jsonl:2: instance_id 'a__b-2' stands in no usable row of the suite");
    }

    @Test
    void nothingThatATerminalObeysIsQuoted() throws IOException {
        Predictions read = read("{\"instance_id\":\"a__b-1\",\"model_patch\":\u001b[2J}");

        assertThat(told(read)).doesNotContain("\u001b").contains("not JSON");
        assertThat(FileProblem.ofField("\u001b[31m", "\u0007", "\u009b", "").sentence())
                .isEqualTo("?[31m: ? ?. .");
    }
}
