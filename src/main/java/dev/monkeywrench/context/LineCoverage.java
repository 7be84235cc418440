package dev.monkeywrench.context;

import dev.monkeywrench.instance.RepositoryPath;

/**
 * How many visible tests executed a line.
 *
 * @param line from 1
 * @param failing of the failing tests
 * @param passing of the passing tests
 */
public record LineCoverage(RepositoryPath path, int line, int failing, int passing) {}
