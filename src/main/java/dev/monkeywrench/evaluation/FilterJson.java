package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads a {@link SuiteFilter} from JSON. All fields are optional: {@code instances}, {@code repositories},
 * {@code languages} (lists of texts), {@code pattern}, {@code slice} (texts), {@code shuffleSeed}, {@code limit}
 * (whole numbers). Another field is refused, since a filter that is misspelt would run the whole suite.
 */
public final class FilterJson {

    private static final Set<String> FIELDS =
            Set.of("instances", "pattern", "repositories", "languages", "slice", "shuffleSeed", "limit");
    private static final int MOST_NAMES = 10_000;
    private static final int MOST_CHARACTERS = 400;

    private final JsonNode json;
    private final String prefix;
    private final List<FieldProblem> problems = new ArrayList<>();

    private FilterJson(JsonNode json, String prefix) {
        this.json = json;
        this.prefix = prefix;
    }

    /**
     * Reads a filter and says everything that is wrong with it.
     *
     * @param json an object; absent or null: every instance
     * @param field under which it stands in the request, as in {@code filter}; problems are told below it
     */
    public static FilterReading read(JsonNode json, String field) {
        if (json.isMissingNode() || json.isNull()) {
            return new FilterReading.Read(SuiteFilter.all());
        }
        if (!json.isObject()) {
            return new FilterReading.Refused(List.of(new FieldProblem(
                    field, "is not a JSON object", "Send an object such as {\"languages\": [\"python\"]}")));
        }
        return new FilterJson(json, field + ".").read();
    }

    private FilterReading read() {
        for (String name : json.propertyNames()) {
            if (!FIELDS.contains(name)) {
                String shown = name.length() <= 60 ? name : name.substring(0, 60) + "…";
                refuse(
                        shown,
                        "is no part of a filter",
                        "Use " + String.join(", ", FIELDS.stream().sorted().toList()));
            }
        }
        List<String> instances = names("instances");
        Optional<IdPattern> pattern = parsed("pattern", "Send a pattern in RE2 syntax", IdPattern::of);
        List<String> repositories = names("repositories");
        List<String> languages = names("languages");
        OptionalLong seed = whole("shuffleSeed", Long.MIN_VALUE);
        Optional<Slice> slice = parsed("slice", "Send a text such as \"0:50\"", Slice::of);
        OptionalLong limit = whole("limit", 1);
        if (!problems.isEmpty()) {
            return new FilterReading.Refused(problems);
        }
        return new FilterReading.Read(new SuiteFilter(
                instances,
                pattern,
                new HashSet<>(repositories),
                new HashSet<>(languages),
                seed,
                slice,
                limit.isPresent()
                        ? OptionalInt.of((int) Math.min(limit.getAsLong(), Integer.MAX_VALUE))
                        : OptionalInt.empty()));
    }

    private List<String> names(String field) {
        JsonNode stated = json.path(field);
        if (stated.isMissingNode() || stated.isNull()) {
            return List.of();
        }
        if (!stated.isArray() || stated.size() > MOST_NAMES) {
            refuse(field, "is no list of at most " + MOST_NAMES + " texts", "Send an array of strings");
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (JsonNode each : stated) {
            if (!each.isString()
                    || each.stringValue().isBlank()
                    || each.stringValue().length() > MOST_CHARACTERS) {
                refuse(
                        field + "[" + names.size() + "]",
                        "is no text of 1 to " + MOST_CHARACTERS + " characters",
                        "Send a string");
                return List.of();
            }
            names.add(each.stringValue());
        }
        return names;
    }

    private <T> Optional<T> parsed(String field, String remedy, Function<String, T> parser) {
        JsonNode stated = json.path(field);
        if (stated.isMissingNode() || stated.isNull()) {
            return Optional.empty();
        }
        if (!stated.isString()) {
            refuse(field, "is not a text", remedy);
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(stated.stringValue()));
        } catch (IllegalArgumentException e) {
            refuse(field, "cannot be used: " + e.getMessage(), remedy);
            return Optional.empty();
        }
    }

    private OptionalLong whole(String field, long least) {
        JsonNode stated = json.path(field);
        if (stated.isMissingNode() || stated.isNull()) {
            return OptionalLong.empty();
        }
        if (!stated.isIntegralNumber() || !stated.canConvertToLong() || stated.longValue() < least) {
            refuse(field, "is no whole number" + (least == 1 ? " from 1" : " of 64 bits"), "Send a number");
            return OptionalLong.empty();
        }
        return OptionalLong.of(stated.longValue());
    }

    private void refuse(String field, String problem, String remedy) {
        problems.add(new FieldProblem(prefix + field, problem, remedy));
    }
}
