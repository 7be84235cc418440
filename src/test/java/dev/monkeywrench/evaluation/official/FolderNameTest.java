package dev.monkeywrench.evaluation.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderNameTest {

    @ParameterizedTest
    @CsvSource({
        "org/model-7b, org__model-7b",
        "qwen2.5-coder:7b, qwen2.5-coder:7b",
        "a (b) [c], a (b) [c]",
        "modèle, modèle"
    })
    void ordinaryNamesAreTheHarnessOwn(String name, String folder) {
        assertThat(FolderName.of(name).value()).isEqualTo(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../../etc",
                "/etc/passwd",
                "a\0b",
                "..\\..\\x",
                ".ssh",
                "-rf",
                "a\nb",
                "\u202egnp.exe",
                "a.",
                " a",
                "~root",
                "\ud800",
                "$(id)",
                "a|b"
            })
    void hostileNamesStayOneSegmentOfTheFolder(String name) {
        Path root = Path.of("/out/logs");
        Path inside = root.resolve(FolderName.of(name).value()).normalize();
        assertThat(inside.getParent()).isEqualTo(root);
        assertThat(FolderName.of(name).value()).matches("x_[^/\\\\\\p{Cc}\\p{Cf}$|]*\\.[0-9a-f]{8}");
    }

    @Test
    void hostileNamesStayTwo() {
        assertThat(FolderName.of("a\0")).isNotEqualTo(FolderName.of("a\1"));
        assertThat(FolderName.of("..")).isNotEqualTo(FolderName.of("."));
    }

    @Test
    void longNamesFitIntoAFileName() {
        FolderName name = FolderName.of("é".repeat(500));
        assertThat(name.value().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(110);
    }
}
