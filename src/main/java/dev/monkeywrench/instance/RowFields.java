package dev.monkeywrench.instance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the fields of one row and collects what is wrong with them. Used by one thread. */
final class RowFields {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonNode row;
    private final RowPolicy policy;
    private final List<FieldProblem> problems = new ArrayList<>();

    RowFields(JsonNode row, RowPolicy policy) {
        this.row = row;
        this.policy = policy;
    }

    RowPolicy policy() {
        return policy;
    }

    List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    void refuse(String field, String problem, String remedy) {
        problems.add(new FieldProblem(field, problem, remedy));
    }

    /** The field's value; empty when it is absent or null, which mean the same. */
    Optional<JsonNode> node(String field) {
        return Optional.ofNullable(row.get(field)).filter(value -> !value.isNull());
    }

    /** A text that may be absent. */
    Optional<String> text(String field, int most) {
        Optional<JsonNode> value = node(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isString()) {
            refuse(field, "is not a string", "Send '" + field + "' as a JSON string");
            return Optional.empty();
        }
        String text = value.get().stringValue();
        if (text.length() > most) {
            refuse(field, "holds " + text.length() + " characters, at most " + most + " are read", "Shorten it");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** A text that must be there and not be blank. */
    Optional<String> requiredText(String field, int most, String remedy) {
        int before = problems.size();
        Optional<String> text = text(field, most).filter(value -> !value.isBlank());
        if (text.isEmpty() && problems.size() == before) {
            refuse(field, "is missing or blank", remedy);
        }
        return text;
    }

    /** A text that a shell will read: no NUL, which no shell can be given. */
    Optional<String> shellText(String field, String remedy) {
        return withoutNul(field, requiredText(field, policy.mostScriptCharacters(), remedy));
    }

    /** A patch; empty when it is absent or blank. */
    Optional<String> patch(String field) {
        return withoutNul(field, text(field, policy.mostPatchCharacters()).filter(text -> !text.isBlank()));
    }

    private Optional<String> withoutNul(String field, Optional<String> text) {
        if (text.isPresent() && text.get().indexOf('\0') >= 0) {
            refuse(field, "holds a NUL character", "Send text; binary files travel as 'GIT binary patch' literals");
            return Optional.empty();
        }
        return text;
    }

    /** Builds a value whose constructor refuses what is illegal. */
    <T> Optional<T> checked(String field, String remedy, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            refuse(field, String.valueOf(e.getMessage()), remedy);
            return Optional.empty();
        }
    }

    /** A list of tests, as an array or as a JSON string that holds one; empty when it is absent or unusable. */
    Optional<List<TestId>> tests(String field) {
        Optional<JsonNode> array = node(field).flatMap(value -> array(field, value));
        if (array.isEmpty()) {
            return Optional.empty();
        }
        if (array.get().size() > policy.mostTests()) {
            refuse(
                    field,
                    "names " + array.get().size() + " tests, at most " + policy.mostTests() + " are read",
                    "Name only the tests that decide");
            return Optional.empty();
        }
        return testIds(field, array.get());
    }

    private Optional<JsonNode> array(String field, JsonNode value) {
        Optional<JsonNode> array = value.isString() ? parsed(value.stringValue()) : Optional.of(value);
        if (array.isEmpty() || !array.get().isArray()) {
            refuse(field, "is no list of test names", "Send an array of strings, or a JSON string that holds one");
            return Optional.empty();
        }
        return array;
    }

    private static Optional<JsonNode> parsed(String json) {
        try {
            return Optional.of(MAPPER.readTree(json));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Optional<List<TestId>> testIds(String field, JsonNode array) {
        Set<TestId> ids = new LinkedHashSet<>();
        int index = 0;
        for (JsonNode item : array) {
            String where = field + "[" + index++ + "]";
            if (!item.isString() || item.stringValue().isBlank()) {
                refuse(where, "is not the name of a test", "Name each test by a string that is not blank");
                return Optional.empty();
            }
            if (item.stringValue().length() > policy.mostTestIdCharacters()) {
                refuse(
                        where,
                        "holds more than " + policy.mostTestIdCharacters() + " characters",
                        "Name the test as its runner's report does");
                return Optional.empty();
            }
            ids.add(new TestId(item.stringValue()));
        }
        return Optional.of(List.copyOf(ids));
    }
}
