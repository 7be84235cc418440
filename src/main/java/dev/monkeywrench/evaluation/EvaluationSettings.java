package dev.monkeywrench.evaluation;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of evaluations.
 *
 * @param parallel instances at a time of an evaluation that does not say
 * @param shapes of models, for the operations that their samples took; the first match wins
 */
@ConfigurationProperties("monkeywrench.evaluation")
record EvaluationSettings(
        @DefaultValue("2") int parallel, @DefaultValue List<ShapeSettings> shapes) {

    /**
     * The shape of a model.
     *
     * @param model its id; a {@code *} at its end stands for any rest
     * @param parameters that work on each token, which are fewer than all in a mixture of experts
     */
    record ShapeSettings(@DefaultValue("") String model, double parameters, int layers, int width) {}

    ModelShapes stated() {
        ModelShapes stated = ModelShapes.NONE;
        for (ShapeSettings one : shapes) {
            stated = stated.and(one.model(), one.parameters(), one.layers(), one.width());
        }
        return stated;
    }
}
