package dev.monkeywrench.sandbox.bubblewrap;

import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.TreeArchives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds what lies at {@code /} for an environment. */
record RootFileSystems(Path folder, Privilege privilege) {

    private static final Map<String, Path> PROGRAMS =
            Map.of("python", Path.of("/usr/bin/python3"), "java", Path.of("/usr/bin/javac"));

    RootFileSystem of(Environment.Recipe recipe) throws SandboxUnavailable {
        Path link = folder.resolve(recipe.name());
        try {
            if (Files.isDirectory(link)) {
                return RootFileSystem.of(link.toRealPath());
            }
            return machine(recipe).orElseThrow(() -> notBuilt(recipe, link));
        } catch (IOException unreadable) {
            throw new SandboxUnavailable("The recipe's root " + link + " cannot be read", false, unreadable);
        }
    }

    /** Images are unpacked by Docker alone. */
    static SandboxUnavailable refusal(Environment.Image image) {
        return new SandboxUnavailable(
                "The image " + image.reference()
                        + " cannot be used by bubblewrap: use Docker, by starting its daemon and monkeywrench again",
                false);
    }

    private Optional<RootFileSystem> machine(Environment.Recipe recipe) throws IOException {
        Path program = PROGRAMS.get(recipe.name());
        if (privilege == Privilege.ROOT || program == null || !Files.exists(program)) {
            return Optional.empty();
        }
        String release = Files.readString(Path.of("/etc/os-release"));
        String version = Files.getLastModifiedTime(program.toRealPath()).toString();
        return Optional.of(RootFileSystem.ofThisMachine(TreeArchives.digest("machine", release, version)));
    }

    private static SandboxUnavailable notBuilt(Environment.Recipe recipe, Path link) {
        return new SandboxUnavailable(
                "The recipe '" + recipe.name() + "' is not built: there is no folder " + link
                        + ". Build it with: sandbox/build " + recipe.name(),
                false);
    }
}
