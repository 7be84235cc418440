package dev.monkeywrench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * For each candidate one {@code docker run --rm} that applies it and runs the tests, with the limits of a sandbox.
 *
 * @param parallel containers at a time
 * @param maven mounted at /m2, where the project is Maven's
 */
record ReferenceLoop(BenchProject project, int parallel, Optional<BenchMaven> maven) {

    private static final int LONGEST_SECONDS = 120;
    private static final int MOST_OUTPUT = 4 << 20;

    /** All of them together. */
    double seconds(List<String> patches) throws Exception {
        Path parent = project.folder().getParent();
        Path folder = BenchProject.readable(Files.createTempDirectory(parent, "bench-candidates-"));
        List<Path> diffs = new ArrayList<>();
        for (String patch : patches) {
            diffs.add(Files.writeString(folder.resolve(diffs.size() + ".diff"), patch));
        }
        try {
            return run(diffs);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private double run(List<Path> diffs) throws Exception {
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(parallel)) {
            List<Callable<Boolean>> runs = diffs.stream()
                    .<Callable<Boolean>>map(diff -> () -> judge(diff))
                    .toList();
            for (Future<Boolean> run : threads.invokeAll(runs)) {
                run.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException told ? told : failed;
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private boolean judge(Path diff) throws IOException, InterruptedException {
        ReferenceKind kind = project.made().reference();
        String name = "bench-" + ProcessHandle.current().pid() + "-" + diff.getFileName();
        List<String> command = new ArrayList<>(List.of("docker", "run", "--rm", "--name", name, "--network", "none"));
        command.addAll(List.of("--memory", "2g", "--cpus", "2", "--pids-limit", "512", "--user", "1000"));
        command.addAll(List.of("-v", project.folder() + ":/src:ro", "-v", diff + ":/candidate.diff:ro"));
        maven.ifPresent(own -> command.addAll(List.of("-v", own.repository() + ":/m2:ro")));
        command.addAll(List.of(kind.image(), "bash", "-c", kind.script()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        // one that says nothing any more is ended from here, which ends its output
        Thread clock = Thread.startVirtualThread(() -> endLate(process, name));
        String said = read(process);
        clock.interrupt();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || !said.contains(kind.sign())) {
            throw new IOException("docker run gave no verdict (is a Docker engine running, and the image "
                    + kind.image() + " made by sandbox/build?): " + said.substring(0, Math.min(400, said.length())));
        }
        return true;
    }

    private static String read(Process process) throws IOException {
        try (InputStream out = process.getInputStream()) {
            byte[] kept = out.readNBytes(MOST_OUTPUT);
            out.transferTo(java.io.OutputStream.nullOutputStream());
            return new String(kept, StandardCharsets.UTF_8);
        }
    }

    private static void endLate(Process process, String name) {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                new ProcessBuilder("docker", "rm", "-f", name)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                process.destroyForcibly();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }
}
