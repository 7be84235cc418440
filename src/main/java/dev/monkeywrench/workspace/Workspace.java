package dev.monkeywrench.workspace;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.sandbox.Tree;
import java.util.List;
import java.util.Optional;

/**
 * A repository at its base commit, read-only. Thread-safe. Symbolic links are never followed.
 *
 * <p>As a {@link Tree} it writes the files and a {@code .git} that holds the base commit alone, shallow: no later and
 * no earlier history.
 */
public interface Workspace extends Tree, AutoCloseable {

    CommitId baseCommit();

    /** All regular files, in order of path. */
    List<SourceFile> files();

    /** The bytes of a regular file; empty when there is none of that name, or it is larger than the configured cap. */
    Optional<byte[]> read(RepositoryPath path);

    @Override
    void close();
}
