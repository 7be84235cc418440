package dev.monkeywrench.workspace.git;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A workspace whose place on the disk is given up when it is closed.
 *
 * @param farewell run once the workspace is closed
 */
record HeldWorkspace(Workspace workspace, Runnable farewell) implements Workspace {

    @Override
    public CommitId baseCommit() {
        return workspace.baseCommit();
    }

    @Override
    public List<SourceFile> files() {
        return workspace.files();
    }

    @Override
    public Optional<byte[]> read(RepositoryPath path) {
        return workspace.read(path);
    }

    @Override
    public String digest() {
        return workspace.digest();
    }

    @Override
    public void writeTar(OutputStream out) throws IOException {
        workspace.writeTar(out);
    }

    @Override
    public void close() {
        try {
            workspace.close();
        } finally {
            farewell.run();
        }
    }
}
