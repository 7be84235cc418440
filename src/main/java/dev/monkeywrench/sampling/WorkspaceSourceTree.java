package dev.monkeywrench.sampling;

import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.patch.SourceTree;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A workspace as patches need it: the text files. Thread-safe, as the workspace is. */
public final class WorkspaceSourceTree implements SourceTree {

    private final Workspace workspace;

    public WorkspaceSourceTree(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Optional<String> read(RepositoryPath path) {
        return workspace.read(path).flatMap(WorkspaceSourceTree::text);
    }

    @Override
    public List<RepositoryPath> paths() {
        return workspace.files().stream().map(SourceFile::path).toList();
    }

    /** Text that would not come back as the same bytes is no text: a patch of it would bend what it did not touch. */
    private static Optional<String> text(byte[] bytes) {
        for (byte value : bytes) {
            if (value == 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
