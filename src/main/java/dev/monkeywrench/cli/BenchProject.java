package dev.monkeywrench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A repository with one failing test, and candidates of which none mends it: that is what nearly all samples are.
 *
 * @param folder the repository, committed once
 */
record BenchProject(BenchCase made, Path folder, String commit) implements AutoCloseable {

    private static final Duration OF_GIT = Duration.ofSeconds(30);

    static BenchProject make(BenchCase made, Path parent) throws IOException, InterruptedException {
        Files.createDirectories(parent);
        Path folder = readable(Files.createTempDirectory(parent, "bench-" + made.title() + "-"));
        for (Map.Entry<String, String> file : made.sources().files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
        git(folder, "init", "-q");
        git(folder, "add", "-A");
        git(folder, "-c", "user.name=bench", "-c", "user.email=bench@bench.invalid", "commit", "-q", "-m", "base");
        return new BenchProject(made, folder, git(folder, "rev-parse", "HEAD").strip());
    }

    /** By the user of a container, too. */
    static Path readable(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** So many, all different. */
    List<String> patches(int candidates) {
        return IntStream.rangeClosed(1, candidates)
                .mapToObj(made.sources()::patch)
                .toList();
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    /** In the service: the baseline and the start of the sandboxes are part of the price. */
    double seconds(RunWatch watch, int candidates, Consumer<RunView> listener) throws InterruptedException {
        ObjectNode request = Session.JSON.createObjectNode();
        request.set("instance", instance());
        ObjectNode plan = request.putObject("plan");
        plan.put("verdicts", "fresh");
        ArrayNode given = plan.putArray("patches");
        patches(candidates).forEach(given::add);
        long began = System.nanoTime();
        RunView run = watch.follow(request, listener);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!run.state().equals("COMPLETED") || run.count("failed") != candidates) {
            throw new IllegalStateException("The run of " + made.title() + " did not come to " + candidates
                    + " failures: " + run.problem().orElse(run.state() + ", " + run.count("failed") + " failed"));
        }
        return seconds;
    }

    /** The plain form of its instance. */
    ObjectNode instance() {
        BenchSources sources = made.sources();
        ObjectNode instance = Session.JSON.createObjectNode();
        instance.put("repository", folder.toString());
        instance.put("base_commit", commit);
        instance.put("problem_statement", "The value is wrong.");
        instance.put("test_command", sources.testCommand());
        sources.report().ifPresent(report -> instance.put("report", report));
        instance.putObject("environment").put("recipe", sources.recipe());
        return instance;
    }

    private static String git(Path folder, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        return run(folder, OF_GIT, command);
    }

    /** What a short command of ours says. */
    static String run(Path folder, Duration limit, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " failed in " + folder + ": " + said);
        }
        return said;
    }
}
