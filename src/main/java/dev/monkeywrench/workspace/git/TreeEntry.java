package dev.monkeywrench.workspace.git;

import dev.monkeywrench.instance.RepositoryPath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A file, a link or a submodule of a tree.
 *
 * @param rawPath its bytes, one a character: tar archives and the index hold bytes, not characters
 * @param path empty when the name is legal on this system but has no portable form
 * @param bytes of the file or of the link's target; zero for a submodule
 * @param linkTarget empty for what is not a link; bytes, one a character
 */
record TreeEntry(
        String rawPath,
        Optional<RepositoryPath> path,
        FileMode mode,
        ObjectId id,
        long bytes,
        Optional<String> linkTarget) {

    boolean isFile() {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }

    boolean isSubmodule() {
        return FileMode.GITLINK.equals(mode);
    }

    boolean isExecutable() {
        return FileMode.EXECUTABLE_FILE.equals(mode);
    }

    byte[] rawPathBytes() {
        return rawPath.getBytes(StandardCharsets.ISO_8859_1);
    }
}
