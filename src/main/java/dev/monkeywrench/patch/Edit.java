package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.List;
import java.util.Optional;

/** One change a model proposes, before it is a diff. */
public sealed interface Edit {

    /**
     * Some lines of a file give way to others.
     *
     * @param path empty where the reply names none: then the lines themselves must tell
     * @param search the lines as they are; blank for a file that does not exist yet
     * @param replace the lines as they shall be
     */
    record SearchReplace(Optional<RepositoryPath> path, String search, String replace) implements Edit {}

    /** A file, whole, as it shall be. */
    record WholeFile(RepositoryPath path, String text) implements Edit {}

    /** A diff, its line numbers not to be relied on. */
    record UnifiedDiff(List<FileDiff> files) implements Edit {

        public UnifiedDiff {
            files = List.copyOf(files);
        }
    }

    /** A file goes. */
    record Deletion(RepositoryPath path) implements Edit {}
}
