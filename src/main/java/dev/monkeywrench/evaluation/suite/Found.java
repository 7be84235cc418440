package dev.monkeywrench.evaluation.suite;

import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/** What stands at one place of a file. */
public sealed interface Found {

    Place place();

    /**
     * An object.
     *
     * @param key under which it stood, where the file is one object keyed by id; empty elsewhere
     */
    record Entry(Place place, String key, ObjectNode object) implements Found {}

    /** Something that is no object, told so that its author can mend it. */
    record Unreadable(Place place, String problem, String remedy) implements Found {}

    /**
     * Where.
     *
     * @param line of the text, from 1; empty where the file has no lines
     * @param name of the place where the line does not say enough, as in {@code row 3}; may be empty
     */
    record Place(OptionalInt line, String name) {

        public static Place line(int line) {
            return new Place(OptionalInt.of(line), "");
        }

        public static Place row(long row) {
            return new Place(OptionalInt.empty(), "row " + row);
        }

        /** The whole file. */
        public static Place none() {
            return new Place(OptionalInt.empty(), "");
        }
    }
}
