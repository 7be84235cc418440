package dev.monkeywrench.evaluation;

import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object of a file, and where it stood.
 *
 * @param key under which it stood, where the file is one object keyed by id; empty elsewhere
 */
record Entry(OptionalInt line, String key, ObjectNode object) {}
