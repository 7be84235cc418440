package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.List;
import java.util.Optional;

/**
 * What a patch does to one file.
 *
 * @param oldPath before; the same as {@code newPath} unless the file is renamed or copied
 * @param newPath afterwards; for a deleted file the path it had
 * @param oldMode where it is told: for a deleted file and for a changed mode
 * @param newMode where it is told: for an added file and for a changed mode
 * @param binary the lines of a Git binary patch as they came; empty for a text file
 */
public record FileDiff(
        Kind kind,
        RepositoryPath oldPath,
        RepositoryPath newPath,
        Optional<FileMode> oldMode,
        Optional<FileMode> newMode,
        List<Hunk> hunks,
        List<String> binary) {

    /** What becomes of the file. */
    public enum Kind {
        MODIFIED,
        ADDED,
        DELETED,
        RENAMED,
        COPIED
    }

    public FileDiff {
        hunks = List.copyOf(hunks);
        binary = List.copyOf(binary);
    }

    static FileDiff modified(RepositoryPath path, List<Hunk> hunks) {
        return new FileDiff(Kind.MODIFIED, path, path, Optional.empty(), Optional.empty(), hunks, List.of());
    }

    static FileDiff added(RepositoryPath path, List<Hunk> hunks) {
        Optional<FileMode> mode = Optional.of(FileMode.REGULAR);
        return new FileDiff(Kind.ADDED, path, path, Optional.empty(), mode, hunks, List.of());
    }

    static FileDiff deleted(RepositoryPath path, List<Hunk> hunks) {
        Optional<FileMode> mode = Optional.of(FileMode.REGULAR);
        return new FileDiff(Kind.DELETED, path, path, mode, Optional.empty(), hunks, List.of());
    }

    /** The file it is about: the new path, and for a deleted file the old one. */
    public RepositoryPath path() {
        return newPath;
    }

    public boolean isBinary() {
        return !binary.isEmpty();
    }

    /** Whether the mode changes, be it alone or beside the text. */
    public boolean changesMode() {
        return oldMode.isPresent() && newMode.isPresent() && !oldMode.equals(newMode);
    }
}
