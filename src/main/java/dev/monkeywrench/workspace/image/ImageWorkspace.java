package dev.monkeywrench.workspace.image;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of an image's repository, kept in memory. It is never laid into a sandbox: the image itself brings it. */
final class ImageWorkspace implements Workspace {

    private final CommitId baseCommit;
    private final String digest;
    private final List<SourceFile> files;
    private final Map<RepositoryPath, byte[]> contents;
    private final Runnable farewell;

    ImageWorkspace(
            CommitId baseCommit,
            String digest,
            List<SourceFile> files,
            Map<RepositoryPath, byte[]> contents,
            Runnable farewell) {
        this.baseCommit = baseCommit;
        this.digest = digest;
        this.files = List.copyOf(files);
        this.contents = Map.copyOf(contents);
        this.farewell = farewell;
    }

    @Override
    public CommitId baseCommit() {
        return baseCommit;
    }

    @Override
    public List<SourceFile> files() {
        return files;
    }

    @Override
    public Optional<byte[]> read(RepositoryPath path) {
        return Optional.ofNullable(contents.get(path)).map(byte[]::clone);
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public void writeTar(OutputStream out) throws IOException {
        throw new IOException("The repository lies in the image and is not laid into a sandbox again");
    }

    @Override
    public void close() {
        farewell.run();
    }
}
