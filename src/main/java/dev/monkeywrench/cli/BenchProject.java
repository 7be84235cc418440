package dev.monkeywrench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A repository with one failing test, and candidates of which none mends it: that is what nearly all samples are.
 *
 * @param folder the repository, committed once
 * @param patches all different
 */
record BenchProject(BenchCase made, Path folder, String commit, List<String> patches) implements AutoCloseable {

    static final String TEST_COMMAND = "python3 -m pytest -rA -p no:cacheprovider tests";
    private static final Duration OF_GIT = Duration.ofSeconds(30);

    static BenchProject make(BenchCase made, Path parent, int candidates) throws IOException, InterruptedException {
        Files.createDirectories(parent);
        Path folder = readable(Files.createTempDirectory(parent, "bench-" + made.title() + "-"));
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(folder.resolve("pkg.py"), "VALUE = 0\n\n\ndef value():\n    return VALUE\n");
        Files.writeString(folder.resolve("tests/test_pkg.py"), tests(made));
        git(folder, "init", "-q");
        git(folder, "add", "-A");
        git(folder, "-c", "user.name=bench", "-c", "user.email=bench@bench.invalid", "commit", "-q", "-m", "base");
        List<String> patches = new ArrayList<>();
        for (int i = 1; i <= candidates; i++) {
            patches.add(
                    "diff --git a/pkg.py b/pkg.py\n--- a/pkg.py\n+++ b/pkg.py\n@@ -1,3 +1,3 @@\n-VALUE = 0\n+VALUE = "
                            + i + "\n \n \n");
        }
        return new BenchProject(made, folder, git(folder, "rev-parse", "HEAD").strip(), patches);
    }

    /** By the user of a container, too. */
    static Path readable(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    private static String tests(BenchCase made) {
        String pause = made.testSeconds() > 0 ? "    time.sleep(" + made.testSeconds() + ")\n" : "";
        return made.imports() + "import pkg\n\n\ndef test_value():\n" + pause + "    assert pkg.value() == -1\n\n\n"
                + "def test_type():\n    assert isinstance(pkg.value(), int)\n";
    }

    /** In the service: the baseline and the start of the sandboxes are part of the price. */
    double secondsEach(RunWatch watch) throws InterruptedException {
        ObjectNode request = Session.JSON.createObjectNode();
        ObjectNode instance = request.putObject("instance");
        instance.put("repository", folder.toString());
        instance.put("base_commit", commit);
        instance.put("problem_statement", "The value is wrong.");
        instance.put("test_command", TEST_COMMAND);
        instance.put("report", "parse_log_pytest");
        instance.putObject("environment").put("recipe", "python");
        ObjectNode plan = request.putObject("plan");
        plan.put("verdicts", "fresh");
        ArrayNode given = plan.putArray("patches");
        patches.forEach(given::add);
        long began = System.nanoTime();
        RunView run = watch.follow(request, view -> {});
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!run.state().equals("COMPLETED")) {
            throw new IllegalStateException("The run of " + made.title() + " did not complete: "
                    + run.problem().orElse(run.state()));
        }
        return seconds / patches.size();
    }

    private static String git(Path folder, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(OF_GIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("git " + words[0] + " failed in " + folder + ": " + said);
        }
        return said;
    }
}
