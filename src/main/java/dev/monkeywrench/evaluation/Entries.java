package dev.monkeywrench.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of a file of JSON in any of the forms in use: a list, an object keyed by id, one object, or one object a
 * line.
 */
final class Entries {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String REMEDY = "Write a JSON object, as in docs/operations.md";

    private final String source;
    private final List<FileProblem> problems;

    private Entries(String source, List<FileProblem> problems) {
        this.source = source;
        this.problems = problems;
    }

    static List<Entry> read(Path file, List<FileProblem> problems) {
        return new Entries(file.toString(), problems).read(text(file));
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(file + " is not UTF-8 text; convert it first", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private List<Entry> read(String text) {
        if (text.isBlank()) {
            problems.add(FileProblem.of(source, OptionalInt.empty(), "the file is empty", REMEDY));
            return List.of();
        }
        return whole(text).orElseGet(() -> lines(text));
    }

    /** The file as one value; empty when it is not one, as with one object a line. */
    private Optional<List<Entry>> whole(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            if (!text.stripLeading().startsWith("[")) {
                return Optional.empty();
            }
            problems.add(FileProblem.of(source, line(e), "the list is not JSON: " + reason(e), REMEDY));
            return Optional.of(List.of());
        }
        return Optional.of(root.isArray() ? list(root) : object(root, OptionalInt.empty()));
    }

    private List<Entry> list(JsonNode root) {
        List<Entry> entries = new ArrayList<>();
        int place = 0;
        for (JsonNode element : root) {
            place++;
            one(element, OptionalInt.of(place)).ifPresent(entries::add);
        }
        return entries;
    }

    private List<Entry> object(JsonNode root, OptionalInt line) {
        if (!isKeyed(root)) {
            return one(root, line).stream().toList();
        }
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : root.properties()) {
            entries.add(new Entry(OptionalInt.empty(), property.getKey(), (ObjectNode) property.getValue()));
        }
        return entries;
    }

    private static boolean isKeyed(JsonNode root) {
        return root.isObject()
                && !root.isEmpty()
                && !root.has("instance_id")
                && root.valueStream().allMatch(JsonNode::isObject);
    }

    private List<Entry> lines(String text) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                line(line, number).ifPresent(entries::add);
            }
        }
        return entries;
    }

    private Optional<Entry> line(String line, int number) {
        try {
            return one(JSON.readTree(line), OptionalInt.of(number));
        } catch (JacksonException e) {
            problems.add(FileProblem.of(source, OptionalInt.of(number), "the line is not JSON: " + reason(e), REMEDY));
            return Optional.empty();
        }
    }

    private Optional<Entry> one(JsonNode node, OptionalInt line) {
        if (node instanceof ObjectNode object) {
            return Optional.of(new Entry(line, "", object));
        }
        problems.add(FileProblem.of(source, line, "the entry is not a JSON object", REMEDY));
        return Optional.empty();
    }

    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        return message.lines().findFirst().orElse("unreadable");
    }

    private static OptionalInt line(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? OptionalInt.empty()
                : OptionalInt.of(e.getLocation().getLineNr());
    }
}
