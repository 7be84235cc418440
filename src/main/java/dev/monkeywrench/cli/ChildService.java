package dev.monkeywrench.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The service in a process of its own on free ports, with a database in memory.
 *
 * <p>It lives as long as the pipe to its standard input is open, so it ends with us however we end; only a kept one has
 * no such pipe.
 */
final class ChildService implements Service {

    /** Tells the service to end with its standard input. */
    static final String TIED = "MONKEYWRENCH_UNTIL_INPUT_ENDS";

    /**
     * Memory goes to the sandboxes: a heap that follows what is in use, which is tens of megabytes, and no second
     * compiler, which takes as much again. As in java.sh.
     */
    private static final List<String> SMALL = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-Xms32m",
            "-Xmx320m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-Xss512k");

    private static final String IN_MEMORY = "--spring.datasource.url=jdbc:h2:mem:monkeywrench;MODE=PostgreSQL;"
            + "DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

    /** Set by remember.sh, once after a build: the file in which the service's JVM writes at its end what it remembers. */
    private static final Optional<String> REMEMBERS = Optional.ofNullable(System.getProperty("monkeywrench.remember"));

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(REMEMBERS.isPresent() ? 180 : 30);
    private static final Duration POLL = Duration.ofMillis(30);
    private static final int TOLD_LINES = 25;

    private final Process process;
    private final URI address;
    private final Path log;
    private final boolean kept;

    private ChildService(Process process, URI address, Path log, boolean kept) {
        this.process = process;
        this.address = address;
        this.log = log;
        this.kept = kept;
    }

    /** Starts a service and waits until it answers. */
    static ChildService start(Path home, boolean kept) throws InterruptedException {
        return start(home, kept, List.of(IN_MEMORY));
    }

    /** One that forgets everything but what settings keep elsewhere. */
    static ChildService forgetting(Path home, List<String> settings) throws InterruptedException {
        List<String> all = new ArrayList<>(settings);
        all.add(IN_MEMORY);
        return start(home, false, all);
    }

    /** One that runs as {@code ./mw serve} does, with settings as arguments. */
    static ChildService serving(Path home, List<String> settings) throws InterruptedException {
        return start(home, false, settings);
    }

    private static ChildService start(Path home, boolean kept, List<String> settings) throws InterruptedException {
        try {
            Path logs = Files.createDirectories(home.resolve("logs"));
            Path log = Files.createTempFile(logs, "service-", ".log");
            int port = freePort();
            Process process = builder(command(port, settings), log, kept).start();
            URI address = URI.create("http://127.0.0.1:" + port);
            ChildService service = new ChildService(process, address, log, kept);
            service.awaitAnswer();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The service cannot be started from " + home + "; is that folder writable?", e);
        }
    }

    private static ProcessBuilder builder(List<String> command, Path log, boolean kept) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        if (kept) {
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        } else {
            builder.environment().put(TIED, "true");
        }
        return builder;
    }

    private static List<String> command(int port, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(SMALL);
        String classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(".jar") && !classPath.contains(":")) {
            command.addAll(remembered(Path.of(classPath)));
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, "dev.monkeywrench.Monkeywrench"));
        }
        command.addAll(List.of(
                "serve",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.port=" + freePort()));
        command.addAll(settings);
        return command;
    }

    /** What remember.sh had the JVM remember of a service's classes, or where it is to be written now. */
    private static List<String> remembered(Path jar) {
        Path cache = jar.resolveSibling("service.aot");
        if (REMEMBERS.isPresent()) {
            return List.of("-XX:AOTCacheOutput=" + REMEMBERS.get());
        }
        return Files.exists(cache)
                ? List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr")
                : List.of();
    }

    /** Another process may take the port before the service does: then its start fails and says so. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (ServiceClient client = new ServiceClient(address)) {
            while (!client.answers()) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new ServiceFault("The service did not start; the end of " + log + ":\n" + endOfLog());
                }
                Thread.sleep(POLL);
            }
        } catch (ServiceFault | InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return Inert.text(String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size())));
        } catch (IOException e) {
            return "(it cannot be read: " + e.getMessage() + ")";
        }
    }

    @Override
    public URI address() {
        return address;
    }

    /** Ends it as a power cut would: nothing of it gets to say goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it ended by itself within a limit. */
    boolean endsWithin(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return log;
    }

    @Override
    public void close() {
        if (kept) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + log + " cannot be removed", e);
        }
    }
}
