package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import tools.jackson.databind.JsonNode;

/** Reads fields of an object that somebody sent and collects what is wrong with them. Used by one thread. */
final class RequestFields {

    private static final int MOST_NAME_CHARACTERS = 100;

    private final JsonNode object;
    private final String path;
    private final List<FieldProblem> problems;

    private RequestFields(JsonNode object, String path, List<FieldProblem> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    /** An object, whose unknown fields are problems. */
    static RequestFields of(JsonNode object, String path, Set<String> known, List<FieldProblem> problems) {
        RequestFields fields = new RequestFields(object, path, problems);
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                String shown =
                        name.length() <= MOST_NAME_CHARACTERS ? name : name.substring(0, MOST_NAME_CHARACTERS) + "…";
                fields.refuse(
                        shown,
                        "is unknown",
                        "Use one of " + known.stream().sorted().toList());
            }
        }
        return fields;
    }

    void refuse(String field, String problem, String remedy) {
        problems.add(new FieldProblem(path.isEmpty() ? field : path + "." + field, problem, remedy));
    }

    /** The field's value; empty when it is absent or null, which mean the same. */
    Optional<JsonNode> node(String field) {
        return Optional.ofNullable(object.get(field)).filter(value -> !value.isNull());
    }

    Optional<String> line(String field, int most) {
        Optional<JsonNode> value = node(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = value.get().isString() ? value.get().stringValue() : "";
        if (text.isBlank() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            refuse(field, "is not a line of 1 to " + most + " characters", "Send such a text, or leave it out");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** A number that fits; empty when it is absent, or told as a problem. */
    OptionalDouble number(String field, DoublePredicate fits, String range) {
        Optional<JsonNode> value = node(field);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        double number = value.get().isNumber() ? value.get().doubleValue() : Double.NaN;
        if (Double.isNaN(number) || !fits.test(number)) {
            refuse(field, "is not a number " + range, "Send such a number, or leave it out");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number);
    }

    boolean flag(String field) {
        Optional<JsonNode> value = node(field);
        if (value.isPresent() && !value.get().isBoolean()) {
            refuse(field, "is not true or false", "Send one of them, or leave it out");
        }
        return value.isPresent() && value.get().asBoolean(false);
    }

    int integer(String field, int least, int most, int standard) {
        Optional<JsonNode> value = node(field);
        if (value.isEmpty()) {
            return standard;
        }
        boolean fits = value.get().isIntegralNumber()
                && value.get().canConvertToInt()
                && value.get().intValue() >= least
                && value.get().intValue() <= most;
        if (!fits) {
            refuse(field, "is not a whole number from " + least + " to " + most, "Send such a number, or leave it out");
            return standard;
        }
        return value.get().intValue();
    }
}
