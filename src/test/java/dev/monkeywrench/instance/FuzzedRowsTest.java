package dev.monkeywrench.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows bent at random: each is read or rejected with a remedy, and none breaks the reader. */
class FuzzedRowsTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1e308",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[1,\"a\"]",
            "\"[\"",
            "\"[\\\"a\\\"]\"",
            "{\"recipe\":1}",
            "{\"recipe\":\"../x\"}",
            "{\"image\":\"-v\"}",
            "{\"format\":\"junit\",\"paths\":[\"\"]}",
            "{\"format\":\"junit\",\"paths\":\"x\"}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"https://\"",
            "\"https://[\"",
            "\"https://a b\"",
            "\"~/x\"",
            "\"../../etc\"",
            "\"diff --git a/x b/x\"",
            "\"--- /dev/null\\n+++ b/x\\n@@ -0,0 +1\"",
            "\"diff --git \\\"a/\\\\400\\\" b/x\\nindex\"",
            "\"GIT binary patch\\nliteral 99999999999\"",
            "\"fail_only\"");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsOrRejectsEveryRow(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 1_000; i++) {
            ObjectNode row = bent(random);
            switch (InstanceRows.read(row, RowPolicy.standard().under(Path.of("/srv")))) {
                case Reading.Read read ->
                    assertThat(InstanceJson.read(InstanceJson.write(read.instance())))
                            .isEqualTo(read.instance());
                case Reading.Rejected rejected ->
                    assertThat(rejected.problems()).as(row.toString()).allMatch(FuzzedRowsTest::isWhole);
            }
        }
    }

    private static boolean isWhole(FieldProblem problem) {
        return !problem.field().isBlank()
                && !problem.problem().isBlank()
                && !problem.remedy().isBlank();
    }

    private static ObjectNode bent(RandomGenerator random) {
        ObjectNode row = List.of(Rows.v5(), Rows.legacy(), Rows.plain()).get(random.nextInt(3));
        List<String> names = new ArrayList<>(row.propertyNames());
        names.addAll(List.of("environment", "repository", "test_command", "eval_script", "image", "report", "version"));
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            JsonNode value = MAPPER.readTree(VALUES.get(random.nextInt(VALUES.size())));
            row.set(names.get(random.nextInt(names.size())), value);
        }
        return row;
    }
}
