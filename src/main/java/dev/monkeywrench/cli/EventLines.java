package dev.monkeywrench.cli;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads server-sent events off their lines. Used by one thread. */
final class EventLines {

    private final Iterator<String> lines;
    private String id = "";

    /**
     * @param lines of the stream; asking for the next one may wait for it
     */
    EventLines(Stream<String> lines) {
        this.lines = lines.iterator();
    }

    /**
     * One event, or a sign that the service lives.
     *
     * @param id of the last event so far; empty before the first
     * @param type empty for a sign of life
     */
    record Event(String id, String type, JsonNode data) {}

    /** The next one; empty when the stream has ended. */
    Optional<Event> next() {
        String type = "";
        StringBuilder data = new StringBuilder();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.isEmpty() && !type.isEmpty()) {
                return Optional.of(new Event(id, type, Session.JSON.readTree(data.toString())));
            }
            if (line.startsWith(":")) {
                return Optional.of(new Event(id, "", Session.JSON.createObjectNode()));
            }
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("id:")) {
                id = value;
            } else if (line.startsWith("event:")) {
                type = value;
            } else if (line.startsWith("data:")) {
                data.append(value);
            }
        }
        return Optional.empty();
    }
}
