package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Docker daemon of this test's own, on a disk of its own, for faults that must hit nobody else. */
final class FaultyDaemon implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String FILLER = "filler";

    /** Looks two hundred times a second, until nobody holds its standard input. */
    private static final String TAKES_ALL =
            "while read -t 0.005; [ $? -gt 128 ]; do while printf %65536s >> $1 || printf %4096s >> $1; do :; done; done";

    private final Path folder;
    private final Path socket;
    private final Path data;
    private final List<Process> daemons = new ArrayList<>();
    private Optional<Process> filler = Optional.empty();

    private FaultyDaemon(Path folder) throws IOException {
        this.folder = folder;
        this.socket = folder.resolve("docker.sock");
        this.data = Files.createDirectories(folder.resolve("data"));
    }

    /** Started, with the recipe for Python as an image; the test is skipped where a daemon cannot be had. */
    static FaultyDaemon in(Path folder, String size) throws Exception {
        Path recipe = recipe();
        assumeTrue("root".equals(System.getProperty("user.name")), "Faults of Docker are not tested: not root");
        assumeTrue(Files.isDirectory(recipe), "Faults of Docker are not tested: there is no " + recipe);
        assumeTrue(isOnPath("dockerd"), "Faults of Docker are not tested: there is no dockerd");
        FaultyDaemon faulty = new FaultyDaemon(folder);
        try {
            run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", faulty.data.toString());
            faulty.start();
            run("sh", "-c", "tar -C " + recipe + " -c . | " + faulty.docker("import - monkeywrench/python:latest"));
            return faulty;
        } catch (Exception | AssertionError failed) {
            faulty.close();
            throw failed;
        }
    }

    URI address() {
        return URI.create("unix://" + socket);
    }

    void start() throws Exception {
        Files.deleteIfExists(folder.resolve("pid"));
        Files.deleteIfExists(folder.resolve("exec/containerd/containerd.pid"));
        // A network of its own: a daemon without a bridge removes the bridge of the machine's own daemon.
        List<String> words = new ArrayList<>(List.of("setsid", "unshare", "--net", "dockerd"));
        words.addAll(List.of("--bridge=none", "--iptables=false"));
        words.addAll(List.of(
                "--ip6tables=false",
                "--data-root",
                data.toString(),
                "--host",
                address().toString()));
        words.addAll(List.of("--exec-root", folder.resolve("exec").toString()));
        words.addAll(List.of("--pidfile", folder.resolve("pid").toString()));
        Process daemon = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        daemons.add(daemon);
        Instant end = Instant.now().plus(LIMIT);
        while (!answers()) {
            assertThat(daemon.isAlive() && Instant.now().isBefore(end))
                    .as(Files.readString(folder.resolve("log")))
                    .isTrue();
            Thread.sleep(100);
        }
    }

    /** As {@code kill -9} does. Its containerd dies with it; where nobody reaps that one, its pid file would deceive. */
    void kill() throws InterruptedException {
        daemons.getLast().destroyForcibly().waitFor();
    }

    /** The ids of all containers, those that have ended too. */
    List<String> containers() throws Exception {
        return output(docker("ps -aq --no-trunc")).lines().toList();
    }

    /** Pauses what runs, until at least one container is paused. */
    List<String> pause() throws Exception {
        List<String> paused = List.of();
        while (paused.isEmpty()) {
            output("for each in $(" + docker("ps -q --no-trunc") + "); do " + docker("pause $each") + "; done; true");
            paused = output(docker("ps -q --no-trunc --filter status=paused"))
                    .lines()
                    .toList();
        }
        return paused;
    }

    void unpause(String container) throws Exception {
        output(docker("unpause " + container) + " || true");
    }

    /**
     * Takes what room the disk has, and from then on what is given back, sooner than anybody else can take it; ends
     * with this JVM.
     */
    void fill() throws Exception {
        run(
                "sh",
                "-c",
                "fallocate -l $(($(df --output=avail -B1 " + data + " | tail -n 1) / 2)) " + data.resolve(FILLER));
        filler = Optional.of(new ProcessBuilder(
                        "bash", "-c", TAKES_ALL, "bash", data.resolve(FILLER).toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    void free() throws Exception {
        for (Process process : filler.stream().toList()) {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        Files.deleteIfExists(data.resolve(FILLER));
    }

    @Override
    public void close() throws Exception {
        free();
        output(docker("rm -f $(" + docker("ps -aq") + ") >/dev/null 2>&1") + " || true");
        for (Process daemon : daemons) {
            daemon.destroy();
            daemon.waitFor(20, TimeUnit.SECONDS);
            output("kill -KILL -- -" + daemon.pid() + " 2>/dev/null || true");
        }
        endWhatWorkedForIt();
        output("umount -l " + data + " 2>/dev/null || true");
        unmountBelow(folder.resolve("exec"));
    }

    /** A daemon that was killed leaves those running who watched its containers; each was told of this folder. */
    private void endWhatWorkedForIt() {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.resolve("exec") + "/"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** A daemon that was killed leaves its containers' places mounted. */
    private static void unmountBelow(Path place) throws Exception {
        try (Stream<String> mounts = Files.lines(Path.of("/proc/mounts"))) {
            for (String mount : mounts.map(line -> line.split(" ", -1)[1])
                    .filter(found -> found.startsWith(place.toString()))
                    .toList()) {
                output("umount -l " + mount + " 2>/dev/null || true");
            }
        }
    }

    private boolean answers() throws Exception {
        return output(docker("version --format '{{.Server.Os}}'") + " 2>/dev/null || true")
                .strip()
                .equals("linux");
    }

    private String docker(String words) {
        return "docker --host " + address() + " " + words;
    }

    private static Path recipe() {
        String home = System.getenv("MONKEYWRENCH_HOME");
        return Path.of(
                home == null ? System.getProperty("user.home") + "/.cache/monkeywrench" : home, "rootfs", "python");
    }

    private static boolean isOnPath(String program) throws Exception {
        return !output("command -v " + program + " || true").isBlank();
    }

    private static String output(String script) throws Exception {
        return run("sh", "-c", script);
    }

    private static String run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(List.of(words) + ": " + said).isZero();
        return said;
    }
}
