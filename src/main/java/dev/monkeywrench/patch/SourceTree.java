package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.List;
import java.util.Optional;

/** Text files as they are at the base commit: all that a patch needs to know of a workspace. */
public interface SourceTree {

    /** The text of a regular file, decoded as UTF-8; empty when there is none, or it is binary, a link or too large. */
    Optional<String> read(RepositoryPath path);

    /** All regular files, in order of path. */
    List<RepositoryPath> paths();
}
