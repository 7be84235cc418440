package dev.monkeywrench.context;

import dev.monkeywrench.instance.RepositoryPath;

/**
 * Part of a file, put before the model.
 *
 * @param firstLine from 1
 * @param score how likely it matters, from 0; comparable within one {@link Context} only
 */
public record Excerpt(RepositoryPath path, int firstLine, String text, double score) {}
