package dev.monkeywrench.evaluation.suite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How the objects of a text stand in it. */
enum JsonForm {
    EMPTY,
    /** One a line. */
    LINES,
    /** In one list. */
    LIST,
    /** One object, or several one after the other, over several lines. */
    VALUES,
    /** In one object, keyed by id, over several lines or too long to be read whole. */
    KEYED;

    /** What the objects themselves have: an object with one of these is no object keyed by id. */
    private static final Set<String> OWN = Set.of("instance_id", "repo", "org", "test_command", "model_patch");

    private static final int MOST_NAME = 1 << 10;

    /** Tells the form of a file; reads as much of it as is needed for that. */
    static JsonForm of(Path file) throws IOException {
        JsonForm seen = first(file);
        if (seen != VALUES && seen != KEYED) {
            return seen;
        }
        try (InputStream in = Files.newInputStream(file)) {
            boolean keyed = holdsObjectsOnly(new Octets(Utf8Octets.of(in).octets()));
            return keyed ? KEYED : seen == KEYED ? LINES : VALUES;
        }
    }

    /** {@code KEYED} stands for an object whose first line is too long to be read whole. */
    private static JsonForm first(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Octets text = new Octets(Utf8Octets.of(in).octets());
            text.skipSpace();
            return switch (text.peek()) {
                case Octets.END -> EMPTY;
                case '[' -> LIST;
                case '{' -> ofObject(text);
                default -> LINES;
            };
        }
    }

    /**
     * Where the first line ends inside the object, and not because the line is broken, the object goes on: JSON has no
     * line ends inside strings, and a brace opens a value where one is due.
     */
    private static JsonForm ofObject(Octets text) throws IOException {
        int depth = 0;
        long length = 0;
        boolean string = false;
        int last = 0;
        while (text.peek() != Octets.END && text.peek() != '\n') {
            int octet = text.take();
            length++;
            if (string && octet == '\\') {
                text.take();
            } else if (octet == '"') {
                string = !string;
            } else if (!string) {
                depth += octet == '{' || octet == '[' ? 1 : 0;
                depth -= octet == '}' || octet == ']' ? 1 : 0;
            }
            last = Piece.isSpace(octet) ? last : octet;
        }
        if (depth <= 0 || string || text.peek() == Octets.END) {
            return length > JsonPieces.MOST_OCTETS ? KEYED : LINES;
        }
        text.skipSpace();
        boolean due = last == ':' || (depth > 1 && (last == ',' || last == '['));
        return text.peek() == '{' && !due ? LINES : VALUES;
    }

    private static boolean holdsObjectsOnly(Octets text) throws IOException {
        JsonCutter cutter = new JsonCutter(text, MOST_NAME);
        text.skipSpace();
        text.take();
        text.skipSpace();
        boolean any = false;
        while (text.peek() == '"') {
            JsonPieces.Parsed name = JsonPieces.parse(cutter.value().piece(), "key");
            text.skipSpace();
            if (text.peek() == ':') {
                text.take();
            }
            text.skipSpace();
            boolean own = name instanceof JsonPieces.Parsed.Value value
                    && OWN.contains(value.node().asString(""));
            if (text.peek() != '{' || own) {
                return false;
            }
            any = true;
            cutter.value();
            text.skipSpace();
            if (text.peek() == ',') {
                text.take();
                text.skipSpace();
            }
        }
        return any;
    }

    static boolean isKeyed(JsonNode root) {
        return root.isObject()
                && !root.isEmpty()
                && OWN.stream().noneMatch(root::has)
                && root.valueStream().allMatch(JsonNode::isObject);
    }
}
