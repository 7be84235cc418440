package dev.monkeywrench.evaluation.official;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * JSON as Python's {@code json.dumps} writes it, so that our files are those of the harnesses byte for byte.
 *
 * @param indent spaces a level; 0 for all in one line
 * @param ascii whether everything beyond ASCII is escaped ({@code ensure_ascii})
 */
record PythonJson(int indent, boolean ascii) {

    private static final Map<Character, String> SHORT =
            Map.of('"', "\\\"", '\\', "\\\\", '\n', "\\n", '\r', "\\r", '\t', "\\t", '\b', "\\b", '\f', "\\f");

    /** {@code json.dumps(value)}. */
    static String line(JsonNode value) {
        return new PythonJson(0, true).write(value);
    }

    /** {@code json.dumps(value, indent=4)}. */
    static String indented(JsonNode value) {
        return new PythonJson(4, true).write(value);
    }

    String write(JsonNode value) {
        StringBuilder out = new StringBuilder();
        write(value, 0, out);
        return out.toString();
    }

    private void write(JsonNode value, int depth, StringBuilder out) {
        if (value.isObject()) {
            writeObject(value, depth, out);
        } else if (value.isArray()) {
            writeArray(value, depth, out);
        } else if (value.isString()) {
            writeText(value.stringValue(), out);
        } else {
            out.append(value);
        }
    }

    private void writeObject(JsonNode object, int depth, StringBuilder out) {
        out.append('{');
        Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
        for (boolean first = true; fields.hasNext(); first = false) {
            Map.Entry<String, JsonNode> field = fields.next();
            divide(first, depth + 1, out);
            writeText(field.getKey(), out);
            out.append(": ");
            write(field.getValue(), depth + 1, out);
        }
        close(object.isEmpty(), depth, '}', out);
    }

    private void writeArray(JsonNode array, int depth, StringBuilder out) {
        out.append('[');
        boolean first = true;
        for (JsonNode element : array) {
            divide(first, depth + 1, out);
            write(element, depth + 1, out);
            first = false;
        }
        close(array.isEmpty(), depth, ']', out);
    }

    private void divide(boolean first, int depth, StringBuilder out) {
        if (indent > 0) {
            out.append(first ? "\n" : ",\n").repeat(' ', indent * depth);
        } else if (!first) {
            out.append(", ");
        }
    }

    private void close(boolean empty, int depth, char bracket, StringBuilder out) {
        if (indent > 0 && !empty) {
            out.append('\n').repeat(' ', indent * depth);
        }
        out.append(bracket);
    }

    private void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escape = SHORT.get(c);
            if (escape != null) {
                out.append(escape);
            } else if (c < ' ' || (ascii && c > '~')) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
