package dev.monkeywrench.run;

import dev.monkeywrench.instance.FieldProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;

/** Reads the fields of one object of a plan and collects what is wrong with them. Used by one thread. */
final class PlanFields {

    private static final int MOST_NAME_CHARACTERS = 100;

    private final JsonNode object;
    private final String path;
    private final List<FieldProblem> problems;

    private PlanFields(JsonNode object, String path, List<FieldProblem> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    /** The plan itself; fields it does not know are problems. */
    static PlanFields of(JsonNode plan, List<FieldProblem> problems, Set<String> known) {
        PlanFields fields = new PlanFields(plan, "plan", problems);
        fields.refuseUnknown(known);
        return fields;
    }

    PlanFields inner(String field, JsonNode value, Set<String> known) {
        PlanFields fields = new PlanFields(value, path + "." + field, problems);
        fields.refuseUnknown(known);
        return fields;
    }

    private void refuseUnknown(Set<String> known) {
        if (!object.isObject()) {
            problems.add(new FieldProblem(path, "is not a JSON object", "Send an object with any of " + known));
            return;
        }
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                refuse(
                        shortened(name),
                        "is unknown",
                        "Use one of " + known.stream().sorted().toList());
            }
        }
    }

    private static String shortened(String name) {
        return name.length() <= MOST_NAME_CHARACTERS ? name : name.substring(0, MOST_NAME_CHARACTERS) + "…";
    }

    void refuse(String field, String problem, String remedy) {
        problems.add(new FieldProblem(path + "." + field, problem, remedy));
    }

    /** The field's value; empty when it is absent or null, which mean the same. */
    Optional<JsonNode> node(String field) {
        return Optional.ofNullable(object.get(field)).filter(value -> !value.isNull());
    }

    OptionalInt integer(String field, int least, int most) {
        OptionalLong value = wholeNumber(field, least, most);
        return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
    }

    OptionalLong wholeNumber(String field, long least, long most) {
        Optional<JsonNode> value = node(field);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        boolean inRange = value.get().isIntegralNumber()
                && value.get().canConvertToLong()
                && value.get().longValue() >= least
                && value.get().longValue() <= most;
        if (!inRange) {
            refuse(field, "is not a whole number from " + least + " to " + most, "Send such a number, or leave it out");
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.get().longValue());
    }

    OptionalDouble number(String field, double least, double most) {
        Optional<JsonNode> value = node(field);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        double number = value.get().isNumber() ? value.get().doubleValue() : Double.NaN;
        if (!(number >= least && number <= most)) {
            refuse(field, "is not a number from " + least + " to " + most, "Send such a number, or leave it out");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number);
    }

    Optional<String> text(String field, int most) {
        Optional<JsonNode> value = node(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = value.get().isString() ? value.get().stringValue() : "";
        if (text.isBlank() || text.length() > most) {
            refuse(field, "is not a text of 1 to " + most + " characters", "Send such a text, or leave it out");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    Optional<Duration> duration(String field, Duration longest) {
        Optional<JsonNode> value = node(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> duration = value.filter(JsonNode::isString)
                .flatMap(text -> parsed(text.stringValue()))
                .filter(time -> time.compareTo(Duration.ofSeconds(1)) >= 0 && time.compareTo(longest) <= 0);
        if (duration.isEmpty()) {
            refuse(
                    field,
                    "is not a time from 1s to " + longest.toHours() + "h",
                    "Write it as in \"90s\", \"30m\", \"2h\" or \"PT30M\"");
        }
        return duration;
    }

    private static Optional<Duration> parsed(String text) {
        boolean unitless = text.chars().noneMatch(Character::isLetter);
        if (unitless || text.length() > MOST_NAME_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(DurationStyle.detectAndParse(text));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The elements of an array; none when it is absent or unusable. */
    List<JsonNode> array(String field, int most) {
        Optional<JsonNode> value = node(field);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!value.get().isArray() || value.get().size() > most) {
            refuse(field, "is not an array of at most " + most, "Send such an array, or leave it out");
            return List.of();
        }
        List<JsonNode> elements = new ArrayList<>();
        value.get().forEach(elements::add);
        return elements;
    }
}
