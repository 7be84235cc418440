package dev.monkeywrench.workspace.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds repositories in folders of this machine, under the configured roots alone. Every path is judged as it really
 * is, with symbolic links resolved, and so are the places a Git folder can point to.
 */
final class LocalRepositories {

    private static final long MOST_POINTER_BYTES = 8_192;

    private final List<Path> roots;

    LocalRepositories(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** The folder that holds {@code HEAD} and {@code objects}. */
    Path gitFolder(Path repository) throws Refusal, IOException {
        if (roots.stream()
                .noneMatch(root -> repository.startsWith(root.toAbsolutePath().normalize()))) {
            throw new Refusal(outside(repository));
        }
        if (!Files.isDirectory(repository)) {
            throw new Refusal("There is no folder " + repository + "; name one that holds a Git repository");
        }
        Path folder = pointedTo(inside(repository));
        if (!Files.isRegularFile(folder.resolve("HEAD")) || !Files.isDirectory(folder.resolve("objects"))) {
            throw new Refusal(
                    "There is no Git repository at " + repository + "; make one with 'git init' and a commit");
        }
        inside(folder.resolve("objects"));
        checkAlternates(folder);
        return folder;
    }

    private Path pointedTo(Path repository) throws Refusal, IOException {
        Path git = repository.resolve(".git");
        if (Files.isRegularFile(git)) {
            throw new Refusal(repository + " is a linked worktree or submodule, its .git is a file;"
                    + " name the repository it belongs to");
        }
        return Files.isDirectory(git) ? inside(git) : repository;
    }

    /** Objects can be borrowed from other repositories: those too lie under a root. */
    private void checkAlternates(Path folder) throws Refusal, IOException {
        Path alternates = folder.resolve("objects/info/alternates");
        if (!Files.exists(alternates)) {
            return;
        }
        if (Files.size(alternates) > MOST_POINTER_BYTES) {
            throw new Refusal(
                    alternates + " holds more than " + MOST_POINTER_BYTES + " bytes; clone without borrowing");
        }
        for (String line :
                Files.readString(alternates, StandardCharsets.UTF_8).lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                Path lender = inside(folder.resolve("objects").resolve(line));
                if (Files.exists(lender.resolve("info/alternates"))) {
                    throw new Refusal(lender + " borrows objects in its turn; clone without borrowing");
                }
            }
        }
    }

    private Path inside(Path path) throws Refusal, IOException {
        if (!Files.exists(path)) {
            throw new Refusal("There is nothing at " + path + "; name a folder that holds a Git repository");
        }
        Path real = path.toRealPath();
        for (Path root : roots) {
            if (Files.isDirectory(root) && real.startsWith(root.toRealPath())) {
                return real;
            }
        }
        throw new Refusal(outside(path));
    }

    private String outside(Path path) {
        return path + " is not under a configured root; allowed are " + roots
                + ", add others to monkeywrench.workspace.roots";
    }
}
