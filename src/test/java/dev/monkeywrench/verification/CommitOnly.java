package dev.monkeywrench.verification;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A workspace without files. */
final class CommitOnly implements Workspace {

    @Override
    public CommitId baseCommit() {
        return new CommitId("0".repeat(40));
    }

    @Override
    public List<SourceFile> files() {
        return List.of();
    }

    @Override
    public Optional<byte[]> read(RepositoryPath path) {
        return Optional.empty();
    }

    @Override
    public String digest() {
        return "empty";
    }

    @Override
    public void writeTar(OutputStream out) {}

    @Override
    public void close() {}
}
