package dev.monkeywrench.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRepositoriesTest {

    @TempDir
    Path home;

    private Path root;
    private Path outside;
    private LocalRepositories repositories;

    @BeforeEach
    void make() throws IOException {
        root = Files.createDirectories(home.resolve("root"));
        outside = home.resolve("outside/secret.git");
        Repositories.bare(outside).close();
        repositories = new LocalRepositories(List.of(root, home.resolve("missing-root")));
    }

    private void refuses(Path path) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> repositories.gitFolder(path));
    }

    @Test
    void findsBareAndOrdinaryRepositories() throws IOException, Refusal {
        Repositories.bare(root.resolve("bare.git")).close();
        Repositories.bare(root.resolve("ordinary/.git")).close();

        assertThat(repositories.gitFolder(root.resolve("bare.git"))).isEqualTo(real("bare.git"));
        assertThat(repositories.gitFolder(root.resolve("ordinary"))).isEqualTo(real("ordinary/.git"));
    }

    private Path real(String path) throws IOException {
        return root.toRealPath().resolve(path);
    }

    @Test
    void refusesWhatIsNotUnderARoot() {
        refuses(outside);
        refuses(Path.of("/etc"));
        refuses(home);
    }

    @Test
    void refusesWhatOnlyLooksAsIfItWere() throws IOException {
        Files.createSymbolicLink(root.resolve("link"), outside);
        refuses(root.resolve("link"));

        Files.createDirectories(root.resolve("folder"));
        Files.createSymbolicLink(root.resolve("folder/.git"), outside);
        refuses(root.resolve("folder"));

        Path borrowed = root.resolve("borrowed.git");
        Files.createDirectories(borrowed);
        Files.copy(outside.resolve("HEAD"), borrowed.resolve("HEAD"));
        Files.createSymbolicLink(borrowed.resolve("objects"), outside.resolve("objects"));
        refuses(borrowed);
    }

    @Test
    void refusesObjectsBorrowedFromOutside() throws IOException {
        Repositories.bare(root.resolve("a.git")).close();
        Files.createDirectories(root.resolve("a.git/objects/info"));
        Files.writeString(root.resolve("a.git/objects/info/alternates"), outside.resolve("objects") + "\n");

        refuses(root.resolve("a.git"));
    }

    @Test
    void refusesAGitFileThatPointsElsewhere() throws IOException {
        Files.createDirectories(root.resolve("worktree"));
        Files.writeString(root.resolve("worktree/.git"), "gitdir: " + outside + "\n");

        refuses(root.resolve("worktree"));
    }

    @Test
    void refusesWhatIsNoRepository() throws IOException {
        Files.createDirectories(root.resolve("empty"));
        Files.writeString(root.resolve("file"), "");

        refuses(root.resolve("empty"));
        refuses(root.resolve("file"));
        refuses(root.resolve("missing"));
    }
}
