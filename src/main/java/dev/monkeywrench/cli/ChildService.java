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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The service in a process of its own on free ports.
 *
 * <p>It lives as long as the pipe to its standard input is open, so it ends with us however we end; only a kept one has
 * no such pipe.
 */
final class ChildService implements Service {

    private static final String IN_MEMORY = "--spring.datasource.url=jdbc:h2:mem:monkeywrench;MODE=PostgreSQL;"
            + "DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=100;DB_CLOSE_ON_EXIT=FALSE";

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(ServiceWords.remembers() ? 180 : 30);
    private static final Duration POLL = Duration.ofMillis(30);
    private static final Duration END_POLL = Duration.ofMillis(5);
    private static final int TOLD_LINES = 25;

    private final Process process;
    private final URI address;
    private final Path log;
    private final boolean kept;
    private boolean answered;

    /** Whether somebody was pointed to the log. */
    private boolean told;

    private ChildService(Process process, URI address, Path log, boolean kept) {
        this.process = process;
        this.address = address;
        this.log = log;
        this.kept = kept;
    }

    /** Starts a service with a database in memory, without waiting for it. */
    static ChildService launch(Path home) {
        return launch(home, false, List.of(IN_MEMORY), ServiceWords::usual);
    }

    /** The same, once it answers. */
    static ChildService start(Path home, boolean kept) throws InterruptedException {
        return answering(launch(home, kept, List.of(IN_MEMORY), ServiceWords::usual));
    }

    /** One that keeps its rows where the settings say. */
    static ChildService launch(Path home, List<String> settings) {
        return launch(home, false, settings, ServiceWords::usual);
    }

    /** Starts one that forgets everything but what settings keep elsewhere, and waits until it answers. */
    static ChildService forgetting(Path home, List<String> settings) throws InterruptedException {
        List<String> all =
                Stream.concat(settings.stream(), Stream.of(IN_MEMORY)).toList();
        return answering(launch(home, all));
    }

    /** Starts one that runs as {@code ./mw serve} does, with any settings, and waits until it answers. */
    static ChildService serving(Path home, List<String> settings) throws InterruptedException {
        return answering(launch(home, false, settings, ServiceWords::any));
    }

    private static ChildService launch(
            Path home, boolean kept, List<String> settings, Function<List<String>, List<String>> words) {
        try {
            Path log = Files.createTempFile(Files.createDirectories(home.resolve("logs")), "service-", ".log");
            int port = freePort();
            List<String> places = List.of(
                    "--server.address=127.0.0.1", "--server.port=" + port, "--management.server.port=" + freePort());
            List<String> all = Stream.concat(places.stream(), settings.stream()).toList();
            Process process = builder(words.apply(all), log, kept).start();
            return new ChildService(process, URI.create("http://127.0.0.1:" + port), log, kept);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The service cannot be started from " + home + "; is that folder writable?", e);
        }
    }

    private static ChildService answering(ChildService service) throws InterruptedException {
        boolean answers = false;
        try {
            service.awaitAnswer();
            answers = true;
            return service;
        } finally {
            if (!answers) {
                service.process.destroyForcibly();
            }
        }
    }

    private static ProcessBuilder builder(List<String> words, Path log, boolean kept) {
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        if (kept) {
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        } else {
            builder.environment().put(Tie.LOG, log.toString());
        }
        return builder;
    }

    /** Another process may take the port before the service does: then its start fails and says so. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void awaitAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (ServiceClient client = new ServiceClient(address)) {
            while (!client.answers()) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new ServiceFault("The service did not start; the end of " + log + ":\n" + endOfLog());
                }
                Thread.sleep(POLL);
            }
            answered = true;
        } catch (ServiceFault e) {
            told = true;
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

    @Override
    public void begin(ObjectNode request, boolean over) throws InterruptedException {
        awaitAnswer();
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
        try {
            if (answered) {
                endInGoodOrder();
            }
            kill();
            if (!told) {
                Files.deleteIfExists(log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + log + " cannot be removed", e);
        }
    }

    /**
     * It takes its log away when all else is done. Its JVM would then wait 0.3 s for threads that wait for nothing any more;
     * that is for one that still writes down what it remembers.
     */
    private void endInGoodOrder() throws IOException, InterruptedException {
        process.getOutputStream().close();
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        while (process.isAlive() && (Files.exists(log) || ServiceWords.remembers()) && System.nanoTime() < deadline) {
            process.waitFor(END_POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
