package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.instance.InstanceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionsTest {

    private static final Prediction EXPECTED = new Prediction(new InstanceId("a__b-1"), "m", "diff");

    @TempDir
    private Path folder;

    private Predictions read(String text) throws IOException {
        return Predictions.read(Files.writeString(folder.resolve("predictions.json"), text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'instance_id':'a__b-1','model_name_or_path':'m','model_patch':'diff'}]",
                "{'a__b-1':{'model_name_or_path':'m','model_patch':'diff'}}",
                "{'a__b-1':{'instance_id':'a__b-1','model_name_or_path':'m','model_patch':'diff'}}",
                "{'instance_id':'a__b-1','model_name_or_path':'m','model_patch':'diff'}",
                "\uFEFF{'instance_id':'a__b-1','model_name_or_path':'m','model_patch':'diff'}\n\n"
            })
    void readsEveryOfficialForm(String text) throws IOException {
        Predictions read = read(text.replace('\'', '"'));

        assertThat(read.problems()).isEmpty();
        assertThat(read.all()).containsExactly(EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void nullAndEmptyPatchesAreEmpty(String patch) throws IOException {
        assertThat(read("{\"instance_id\":\"a__b-1\",\"model_patch\":" + patch + "}")
                        .all())
                .extracting(Prediction::patch)
                .containsExactly("");
    }

    @Test
    void keepsGoodLinesAndNamesBadOnes() throws IOException {
        Predictions read = read("""
                {"instance_id":"a__b-1","model_name_or_path":"m","model_patch":"diff"}
                not json
                {"instance_id":"../x","model_patch":"diff"}
                {"instance_id":"c__d-2"}
                {"instance_id":"c__d-2","model_patch":7}
                [1]
                {"instance_id":"a__b-1","model_name_or_path":"m","model_patch":"other"}
                """);

        assertThat(read.byInstance()).containsOnlyKeys(new InstanceId("a__b-1"));
        assertThat(read.all()).hasSize(2);
        assertThat(read.problems())
                .extracting(problem -> problem.line().orElse(0) + " " + problem.field())
                .containsExactly("2 ", "3 instance_id", "4 model_patch", "5 model_patch", "6 ");
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> Predictions.read(folder.resolve("none.jsonl")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.jsonl");
    }

    @Test
    void emptyFileIsAProblem() throws IOException {
        assertThat(read(" \n").problems())
                .extracting(FileProblem::sentence)
                .singleElement()
                .asString()
                .contains("empty");
    }
}
