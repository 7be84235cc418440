package dev.monkeywrench.workspace;

import dev.monkeywrench.instance.RepositoryPath;

/** A regular file of a workspace. */
public record SourceFile(RepositoryPath path, long bytes, boolean executable) {}
