package dev.monkeywrench.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class InstanceJsonTest {

    static Stream<ObjectNode> rows() {
        ObjectNode recipe = Rows.v5();
        recipe.putObject("environment").put("recipe", "java");
        ObjectNode paths = Rows.plain().put("repository", "/srv/a b/ü").put("test_patch", Rows.TEST_PATCH);
        paths.putObject("report").put("format", "junit").putArray("paths").add("a/*.xml");
        return Stream.of(
                Rows.v5(),
                Rows.v5().put("image", "mine/x:1").put("image_folder", "/home/x"),
                recipe,
                Rows.legacy(),
                Rows.plain(),
                paths,
                Rows.plain().put("report", "parse_log_pytest"),
                Rows.plain().put("problem_statement", "\0 \uD800 \u2028 \uFEFF ü \u001b[31m"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void losesNothingOnTheWayBack(ObjectNode row) {
        GradedInstance instance = Rows.accepted(row);

        String json = InstanceJson.write(instance);

        assertThat(InstanceJson.read(json)).isEqualTo(instance);
        assertThat(json).isPrintable();
        assertThat(json.chars()).allMatch(c -> c < 128);
    }

    @Test
    void writesAFormThatStays() {
        assertThat(InstanceJson.write(Rows.accepted(Rows.plain().put("instance_id", "a"))))
                .isEqualTo("{\"instance\":{\"id\":\"a\",\"repository\":{\"kind\":\"remote\","
                        + "\"address\":\"https://example.com/owner/name\"},\"baseCommit\":\"" + Rows.BASE + "\","
                        + "\"problemStatement\":\"It does not work\",\"environment\":{\"kind\":\"unstated\"},"
                        + "\"visibleTests\":{\"procedure\":{\"kind\":\"testCommand\",\"command\":\"pytest -q\","
                        + "\"report\":{\"kind\":\"junitXml\",\"globs\":[]}}}},\"hiddenTests\":{\"procedure\":"
                        + "{\"kind\":\"testCommand\",\"command\":\"pytest -q\",\"report\":{\"kind\":\"junitXml\","
                        + "\"globs\":[]}},\"testPatch\":null,\"expected\":null},\"goldPatch\":null}");
    }

    /** Runs that were accepted by an earlier version go on. */
    @Test
    void readsImagesThatWereStoredWithoutAFolder() {
        GradedInstance instance = Rows.accepted(Rows.v5());
        String stored = InstanceJson.write(instance).replace(",\"folder\":\"/testbed\"", "");

        assertThat(stored).doesNotContain("folder");
        assertThat(InstanceJson.read(stored)).isEqualTo(instance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"instance\":{}}"})
    void refusesWhatItDidNotWrite(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> InstanceJson.read(json));
    }
}
