package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Files of predictions, read. */
abstract class PredictionsFixture {

    static final String GOOD = "{\"instance_id\":\"a__b-1\",\"model_name_or_path\":\"m\",\"model_patch\":\"diff\"}";
    static final String OTHER = GOOD.replace("b-1", "b-2");

    @TempDir
    Path folder;

    Predictions read(byte[] octets) throws IOException {
        return Predictions.read(Files.write(folder.resolve("predictions.jsonl"), octets));
    }

    Predictions read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> ids(Predictions read) {
        return read.all().stream()
                .map(prediction -> prediction.instanceId().value())
                .toList();
    }

    static String told(Predictions read) {
        assertThat(read.problems()).hasSize(1);
        return read.problems().getFirst().sentence();
    }
}
