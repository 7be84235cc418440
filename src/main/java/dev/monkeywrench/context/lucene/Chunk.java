package dev.monkeywrench.context.lucene;

import dev.monkeywrench.instance.RepositoryPath;

/**
 * A passage of a file: a function, or a run of short ones.
 *
 * @param firstLine from 1
 * @param lines how many
 */
record Chunk(RepositoryPath path, int firstLine, int lines, String text) {

    boolean holds(int line) {
        return line >= firstLine && line < firstLine + lines;
    }
}
