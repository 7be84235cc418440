package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.ModelShape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The shapes of models, as a user states them: no server tells its own. */
public final class ModelShapes {

    /** None is stated. */
    public static final ModelShapes NONE = new ModelShapes(List.of());

    private static final String FORM = "NAME=PARAMETERS,LAYERS,WIDTH";

    private final List<Stated> all;

    private ModelShapes(List<Stated> all) {
        this.all = List.copyOf(all);
    }

    private record Stated(String model, ModelShape shape) {

        boolean matches(String id) {
            return model.endsWith("*") ? id.startsWith(model.substring(0, model.length() - 1)) : id.equals(model);
        }
    }

    /** With one more, which is looked at after the others; a {@code *} at the end of the name stands for any rest. */
    ModelShapes and(String model, double parameters, int layers, int width) {
        if (model.isBlank()) {
            throw new IllegalArgumentException("The shape of a model names the model, as in ollama/qwen2.5-coder:7b");
        }
        List<Stated> more = new ArrayList<>(all);
        more.add(new Stated(model, new ModelShape(parameters, layers, width)));
        return new ModelShapes(more);
    }

    /**
     * With one more, as {@code ollama/qwen2.5-coder:7b=7.6e9,28,3584}.
     *
     * @throws IllegalArgumentException when it is not of that form, saying what is
     */
    public ModelShapes and(String stated) {
        int equals = stated.lastIndexOf('=');
        String[] numbers = stated.substring(equals + 1).split(",", -1);
        try {
            if (equals > 0 && numbers.length == 3) {
                double parameters = new BigDecimal(numbers[0].strip()).doubleValue();
                int layers = Integer.parseInt(numbers[1].strip());
                return and(stated.substring(0, equals), parameters, layers, Integer.parseInt(numbers[2].strip()));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a shape is " + FORM + " with numbers above 0: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("a shape is " + FORM + ", as in ollama/qwen2.5-coder:7b=7.6e9,28,3584");
    }

    /** Whether the shape of a model is stated. */
    public boolean knows(String model) {
        return shape(model).isPresent();
    }

    /**
     * Operations of one call, {@code 2 (N + 2 L d context)} for each token that is computed. Tokens that the server took
     * from its cache are not: so a prompt that samples share is counted once. The context of a token is what stands before
     * it, on average over those that are computed.
     *
     * @param cached of the prompt
     * @return empty where the shape is not stated
     */
    public OptionalDouble flops(String model, long prompt, long cached, long completion) {
        Optional<ModelShape> shape = shape(model);
        return shape.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(shape.get()
                        .flops(Math.max(0, prompt - cached), completion, (cached + prompt + completion) / 2.0));
    }

    private Optional<ModelShape> shape(String model) {
        return all.stream().filter(stated -> stated.matches(model)).findFirst().map(Stated::shape);
    }
}
