package dev.monkeywrench.workspace.git;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** A commit read straight out of an object database. Holds the repository open until it is closed. */
final class GitWorkspace implements Workspace {

    private final Repository repository;
    private final CommitTree tree;
    private final long mostFileBytes;
    private final Path exports;
    private final List<SourceFile> files;
    private final Map<RepositoryPath, TreeEntry> byPath = new HashMap<>();

    GitWorkspace(Repository repository, CommitTree tree, long mostFileBytes, Path exports) {
        this.repository = repository;
        this.tree = tree;
        this.mostFileBytes = mostFileBytes;
        this.exports = exports;
        for (TreeEntry entry : tree.entries()) {
            if (entry.isFile()) {
                entry.path().ifPresent(path -> byPath.put(path, entry));
            }
        }
        this.files = byPath.entrySet().stream()
                .map(file -> new SourceFile(
                        file.getKey(), file.getValue().bytes(), file.getValue().isExecutable()))
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .toList();
    }

    @Override
    public CommitId baseCommit() {
        return new CommitId(tree.commit().name());
    }

    @Override
    public List<SourceFile> files() {
        return files;
    }

    @Override
    public Optional<byte[]> read(RepositoryPath path) {
        TreeEntry entry = byPath.get(path);
        if (entry == null || entry.bytes() > mostFileBytes) {
            return Optional.empty();
        }
        try (ObjectReader reader = repository.newObjectReader()) {
            return Optional.of(reader.open(entry.id(), Constants.OBJ_BLOB).getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The repository of commit " + tree.commit().name() + " can no longer be read", e);
        }
    }

    /** The commit names its tree, and the archive is a function of the two. */
    @Override
    public String digest() {
        return "git-" + tree.commit().name() + "-" + tree.rootTree().name();
    }

    @Override
    public void writeTar(OutputStream out) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                SingleCommitPack pack = SingleCommitPack.write(reader, tree, exports);
                ObjectReader files = repository.newObjectReader();
                TreeArchive archive = new TreeArchive(out)) {
            archive.files(files, tree);
            archive.repository(tree, pack);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
