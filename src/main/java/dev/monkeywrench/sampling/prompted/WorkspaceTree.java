package dev.monkeywrench.sampling.prompted;

import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.patch.SourceTree;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A workspace as text. */
final class WorkspaceTree implements SourceTree {

    private final Workspace workspace;
    private final List<RepositoryPath> paths;

    WorkspaceTree(Workspace workspace) {
        this.workspace = workspace;
        this.paths = workspace.files().stream().map(SourceFile::path).sorted().toList();
    }

    @Override
    public Optional<String> read(RepositoryPath path) {
        return workspace.read(path).flatMap(WorkspaceTree::decoded);
    }

    /** Strictly: a file that would not come out the same bytes again is none we may edit. */
    private static Optional<String> decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<RepositoryPath> paths() {
        return paths;
    }
}
