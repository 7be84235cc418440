package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EvaluationSettingsTest {

    @Test
    void shapesAreReadAndTheFirstMatchWins() {
        ModelShapes shapes = settings(Map.of(
                        "monkeywrench.evaluation.shapes[0].model", "ollama/coder:7b",
                        "monkeywrench.evaluation.shapes[0].parameters", "7.6e9",
                        "monkeywrench.evaluation.shapes[0].layers", "28",
                        "monkeywrench.evaluation.shapes[0].width", "3584",
                        "monkeywrench.evaluation.shapes[1].model", "ollama/*",
                        "monkeywrench.evaluation.shapes[1].parameters", "1",
                        "monkeywrench.evaluation.shapes[1].layers", "1",
                        "monkeywrench.evaluation.shapes[1].width", "1"))
                .stated();
        assertThat(shapes.flops("ollama/coder:7b", 1, 0, 0)).hasValue(2 * (7.6e9 + 2.0 * 28 * 3584 * 0.5));
        assertThat(shapes.flops("ollama/other", 1, 0, 0)).hasValue(2 * (1 + 2 * 0.5));
        assertThat(shapes.knows("api/other")).isFalse();
    }

    @Test
    void thereAreNoneUnlessStated() {
        assertThat(settings(Map.of("monkeywrench.evaluation.parallel", "3"))
                        .stated()
                        .knows("ollama/coder"))
                .isFalse();
    }

    @Test
    void aShapeWithoutAModelOrANumberIsRefused() {
        Map<String, String> nameless = Map.of(
                "monkeywrench.evaluation.shapes[0].parameters", "1",
                "monkeywrench.evaluation.shapes[0].layers", "1",
                "monkeywrench.evaluation.shapes[0].width", "1");
        assertThatThrownBy(() -> settings(nameless).stated()).hasMessageContaining("names the model");
        assertThatThrownBy(() -> settings(Map.of("monkeywrench.evaluation.shapes[0].model", "m"))
                        .stated())
                .hasMessageContaining("parameters, layers and a width above 0");
    }

    private static EvaluationSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("monkeywrench.evaluation", EvaluationSettings.class);
    }
}
