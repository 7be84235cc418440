package dev.monkeywrench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/** What people write first: for each candidate one {@code docker run --rm} that applies it and runs the tests. */
record ReferenceLoop(BenchProject project, int parallel) {

    private static final String IMAGE = "monkeywrench/python:latest";
    private static final int LONGEST_SECONDS = 120;
    private static final String SCRIPT =
            "cp -r /src /tmp/t && cd /tmp/t && git apply /candidate.diff && " + BenchProject.TEST_COMMAND;

    double secondsEach() throws Exception {
        Path folder =
                BenchProject.readable(Files.createTempDirectory(project.folder().getParent(), "bench-candidates-"));
        List<Path> diffs = IntStream.range(0, project.patches().size())
                .mapToObj(i -> folder.resolve(i + ".diff"))
                .toList();
        for (int i = 0; i < diffs.size(); i++) {
            Files.writeString(diffs.get(i), project.patches().get(i));
        }
        try {
            return run(diffs) / diffs.size();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private double run(List<Path> diffs) throws Exception {
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(parallel)) {
            List<Callable<Boolean>> runs = diffs.stream()
                    .<Callable<Boolean>>map(diff -> () -> fails(diff))
                    .toList();
            for (Future<Boolean> run : threads.invokeAll(runs)) {
                if (!judged(run)) {
                    throw new IllegalStateException("The reference loop did not come to its verdict");
                }
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static boolean judged(Future<Boolean> run) throws Exception {
        try {
            return run.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException told ? told : failed;
        }
    }

    /** The same limits as a sandbox has. */
    private boolean fails(Path diff) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "docker",
                        "run",
                        "--rm",
                        "--network",
                        "none",
                        "--memory",
                        "2g",
                        "--cpus",
                        "2",
                        "--pids-limit",
                        "512",
                        "--user",
                        "1000",
                        "-v",
                        project.folder() + ":/src:ro",
                        "-v",
                        diff + ":/candidate.diff:ro",
                        IMAGE,
                        "bash",
                        "-c",
                        SCRIPT)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("docker run took longer than " + LONGEST_SECONDS + " s");
        }
        if (!said.contains("FAILED tests/test_pkg.py::test_value")) {
            throw new IOException("docker run gave no verdict (is a Docker engine running, and the image " + IMAGE
                    + " made by sandbox/build?): " + said.substring(0, Math.min(400, said.length())));
        }
        return true;
    }
}
