package dev.monkeywrench.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkspaceSourceTreeTest {

    private final WorkspaceSourceTree tree = new WorkspaceSourceTree(new InMemoryWorkspace(Map.of(
            "text", "ünï\r\n".getBytes(StandardCharsets.UTF_8),
            "latin", "ünï".getBytes(StandardCharsets.ISO_8859_1),
            "binary", new byte[] {'a', 0})));

    @Test
    void readsTextAsItIs() {
        assertThat(tree.read(new RepositoryPath("text"))).hasValue("ünï\r\n");
    }

    @Test
    void readsNothingThatWouldNotComeBackTheSame() {
        assertThat(tree.read(new RepositoryPath("latin"))).isEmpty();
        assertThat(tree.read(new RepositoryPath("binary"))).isEmpty();
        assertThat(tree.read(new RepositoryPath("missing"))).isEmpty();
    }

    @Test
    void namesEveryFile() {
        assertThat(tree.paths()).hasSize(3);
    }

    private record InMemoryWorkspace(Map<String, byte[]> contents) implements Workspace {

        @Override
        public CommitId baseCommit() {
            return new CommitId("0".repeat(40));
        }

        @Override
        public List<SourceFile> files() {
            return contents.entrySet().stream()
                    .map(file -> new SourceFile(new RepositoryPath(file.getKey()), file.getValue().length, false))
                    .toList();
        }

        @Override
        public Optional<byte[]> read(RepositoryPath path) {
            return Optional.ofNullable(contents.get(path.value()));
        }

        @Override
        public String digest() {
            return "memory";
        }

        @Override
        public void writeTar(OutputStream out) {
            throw new UnsupportedOperationException("Not laid into a sandbox here");
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
