package dev.monkeywrench.evaluation.suite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The documents of a YAML file. Its parser needs a file whole and bounds aliases and depth itself. */
final class YamlRows {

    private static final long MOST_OCTETS = 3_000_000;
    private static final String REMEDY = "Write one instance a document, with the fields of docs/instances.md";
    private static final YAMLMapper YAML = new YAMLMapper();

    private YamlRows() {}

    static void read(Path file, Consumer<Found> sink) throws IOException {
        long size = Files.size(file);
        if (size > MOST_OCTETS) {
            sink.accept(new Found.Unreadable(
                    Found.Place.none(),
                    "the file holds " + size + " bytes and was skipped; at most " + MOST_OCTETS
                            + " are read of a YAML file",
                    "Write large instances as JSON, one a line"));
            return;
        }
        int number = 0;
        try (InputStream in = Files.newInputStream(file);
                MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class)
                        .readValues(Utf8Octets.of(in).octets())) {
            while (documents.hasNextValue()) {
                number++;
                one(documents.nextValue(), number, sink);
            }
        } catch (JacksonException | IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
            sink.accept(new Found.Unreadable(place(e), "the file is not YAML: " + reason, REMEDY));
            return;
        }
        if (number == 0) {
            sink.accept(new Found.Unreadable(Found.Place.none(), "the file is empty", REMEDY));
        }
    }

    private static void one(JsonNode document, int number, Consumer<Found> sink) {
        Found.Place place = new Found.Place(OptionalInt.empty(), number == 1 ? "" : "document " + number);
        if (document instanceof ObjectNode object) {
            sink.accept(new Found.Entry(place, "", object));
        } else {
            sink.accept(new Found.Unreadable(place, "the document holds no named fields", REMEDY));
        }
    }

    private static Found.Place place(RuntimeException e) {
        boolean known = e instanceof JacksonException fault
                && fault.getLocation() != null
                && fault.getLocation().getLineNr() > 0;
        return known ? Found.Place.line(((JacksonException) e).getLocation().getLineNr()) : Found.Place.none();
    }
}
