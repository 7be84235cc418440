package dev.monkeywrench.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.monkeywrench.instance.RepositoryPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What Git's own applier makes of a patch: the judge of ours. Skipped by name where there is no Git. */
final class GitTree {

    private GitTree() {}

    static Map<RepositoryPath, String> apply(Path folder, Map<RepositoryPath, String> files, Patch patch)
            throws IOException, InterruptedException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        for (Map.Entry<RepositoryPath, String> file : files.entrySet()) {
            Path path = tree.resolve(file.getKey().value());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Path diff = Files.writeString(folder.resolve("patch.diff"), patch.unifiedDiff());
        List<String> command = List.of("git", "apply", "--whitespace=nowarn", diff.toString());
        Process process = start(new ProcessBuilder(command).directory(tree.toFile()));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return read(tree);
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "git is not installed");
            throw new IllegalStateException(e);
        }
    }

    private static Map<RepositoryPath, String> read(Path tree) throws IOException {
        Map<RepositoryPath, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(new RepositoryPath(tree.relativize(path).toString()), Files.readString(path));
            }
        }
        return files;
    }
}
