package dev.monkeywrench.sampling.prompted;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A workspace whose files are strings. */
record InMemoryWorkspace(Map<String, String> texts) implements Workspace {

    InMemoryWorkspace {
        texts = new TreeMap<>(texts);
    }

    @Override
    public CommitId baseCommit() {
        return new CommitId("0".repeat(40));
    }

    @Override
    public List<SourceFile> files() {
        return texts.entrySet().stream()
                .map(entry -> new SourceFile(
                        new RepositoryPath(entry.getKey()), entry.getValue().length(), false))
                .toList();
    }

    @Override
    public Optional<byte[]> read(RepositoryPath path) {
        return Optional.ofNullable(texts.get(path.value())).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String digest() {
        return texts.toString();
    }

    @Override
    public void writeTar(OutputStream out) {
        throw new UnsupportedOperationException("No test here needs a tar");
    }

    @Override
    public void close() {}
}
