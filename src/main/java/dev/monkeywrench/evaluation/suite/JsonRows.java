package dev.monkeywrench.evaluation.suite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of a text in any of the forms in use: one a line, a list, an object keyed by id, one object, or several one
 * after the other. The text is read once from beginning to end and never held whole, but for a single object; it is looked
 * at once before, to tell its form.
 */
final class JsonRows {

    private static final String REMEDY = "Write a JSON object, as in docs/instances.md";
    private static final String CUT_OFF = "Fetch or write the file again; what stands before was read";

    private final Consumer<Found> sink;
    private boolean any;

    private JsonRows(Consumer<Found> sink) {
        this.sink = sink;
    }

    static void read(Path file, Consumer<Found> sink) throws IOException {
        JsonForm form = JsonForm.of(file);
        try (InputStream in = Files.newInputStream(file)) {
            Utf8Octets.Text text = Utf8Octets.of(in);
            text.recoded().ifPresent(charset -> sink.accept(recoded(charset)));
            new JsonRows(sink).read(form, new Octets(text.octets()));
        }
    }

    private static Found recoded(Charset charset) {
        return new Found.Unreadable(
                Found.Place.none(),
                "the file is " + charset.name() + ", not UTF-8; it was read all the same",
                "Convert it, as with 'iconv -f " + charset.name().replaceFirst("[BL]E$", "") + " -t UTF-8 FILE > NEW'");
    }

    private void read(JsonForm form, Octets text) throws IOException {
        JsonCutter cutter = new JsonCutter(text, JsonPieces.MOST_OCTETS);
        switch (form) {
            case EMPTY -> broken(Found.Place.none(), "the file is empty", REMEDY);
            case LINES -> lines(text, cutter);
            case VALUES -> values(text, cutter);
            case LIST -> list(text, cutter);
            case KEYED -> keyed(text, cutter);
        }
        if (!any) {
            broken(Found.Place.none(), "the file holds no object", REMEDY);
        }
    }

    private void lines(Octets text, JsonCutter cutter) throws IOException {
        while (text.peek() != Octets.END) {
            Piece line = cutter.line();
            if (!line.isBlank()) {
                value(line, "line", Found.Place.line(line.line()));
            }
        }
    }

    private void values(Octets text, JsonCutter cutter) throws IOException {
        text.skipSpace();
        while (text.peek() != Octets.END) {
            JsonCutter.Cut cut = cutter.value();
            Found.Place place = Found.Place.line(cut.piece().line());
            if (cut.piece().length() == 0) {
                text.take();
                broken(place, "a value was expected", REMEDY);
                return;
            }
            cut(cut, "object", place);
            text.skipSpace();
        }
    }

    /** After the list, lines are read: a list in the first line does not say that it was the only one. */
    private void list(Octets text, JsonCutter cutter) throws IOException {
        text.skipSpace();
        text.take();
        int number = 0;
        while (true) {
            text.skipSpace();
            if (text.peek() == Octets.END) {
                broken(end(text), "the list ends without its ']': the file is cut off", CUT_OFF);
                return;
            }
            if (text.peek() == ']') {
                text.take();
                any = true;
                lines(text, cutter);
                return;
            }
            if (!step(text, cutter, ++number)) {
                return;
            }
        }
    }

    private boolean step(Octets text, JsonCutter cutter, int number) throws IOException {
        if (text.peek() != ',') {
            JsonCutter.Cut cut = cutter.value();
            Found.Place place = new Found.Place(OptionalInt.of(cut.piece().line()), "entry " + number);
            if (cut.piece().length() == 0) {
                broken(place, "'" + (char) text.peek() + "' stands where a value was expected", CUT_OFF);
                return false;
            }
            cut(cut, "entry", place);
            text.skipSpace();
        }
        if (text.peek() == ',') {
            text.take();
        }
        return true;
    }

    private void keyed(Octets text, JsonCutter cutter) throws IOException {
        text.skipSpace();
        text.take();
        text.skipSpace();
        while (text.peek() == '"') {
            Found.Place place = Found.Place.line(text.line());
            JsonPieces.Parsed key = JsonPieces.parse(cutter.value().piece(), "key");
            text.skipSpace();
            if (text.peek() == ':') {
                text.take();
            }
            text.skipSpace();
            keyed(key, cutter.value(), place);
            text.skipSpace();
            if (text.peek() == ',') {
                text.take();
                text.skipSpace();
            }
        }
        if (text.peek() != '}') {
            broken(end(text), "the object ends without its '}': the file is cut off", CUT_OFF);
        }
    }

    private void keyed(JsonPieces.Parsed key, JsonCutter.Cut cut, Found.Place place) {
        switch (key) {
            case JsonPieces.Parsed.Broken broken -> broken(place, broken.problem(), broken.remedy());
            case JsonPieces.Parsed.Value value -> {
                if (!cut.whole()) {
                    broken(place, "the entry is cut off", CUT_OFF);
                    return;
                }
                parsed(cut.piece(), "entry", place)
                        .ifPresent(node -> one(node, value.node().asString(""), place));
            }
        }
    }

    private void cut(JsonCutter.Cut cut, String unit, Found.Place place) {
        if (cut.whole()) {
            value(cut.piece(), unit, place);
        } else {
            broken(place, "the " + unit + " is cut off", CUT_OFF);
        }
    }

    /** A value by itself: an object, or an object keyed by id, whose values are the entries. */
    private void value(Piece piece, String unit, Found.Place place) {
        Optional<JsonNode> node = parsed(piece, unit, place);
        if (node.isPresent() && JsonForm.isKeyed(node.get())) {
            node.get().properties().forEach(each -> one(each.getValue(), each.getKey(), place));
            return;
        }
        node.ifPresent(value -> one(value, "", place));
    }

    private Optional<JsonNode> parsed(Piece piece, String unit, Found.Place place) {
        JsonPieces.Parsed parsed = JsonPieces.parse(piece, unit);
        return switch (parsed) {
            case JsonPieces.Parsed.Value value -> Optional.of(value.node());
            case JsonPieces.Parsed.Broken broken -> {
                broken(place, broken.problem(), broken.remedy());
                yield Optional.empty();
            }
        };
    }

    private void one(JsonNode node, String key, Found.Place place) {
        if (node instanceof ObjectNode object) {
            any = true;
            sink.accept(new Found.Entry(place, key, object));
        } else {
            broken(place, "the entry is not a JSON object", REMEDY);
        }
    }

    private void broken(Found.Place place, String problem, String remedy) {
        any = true;
        sink.accept(new Found.Unreadable(place, problem, remedy));
    }

    private static Found.Place end(Octets text) {
        return Found.Place.line(text.line());
    }
}
