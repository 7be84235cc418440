package dev.monkeywrench.rest;

import dev.monkeywrench.run.TestService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, which can be killed. */
final class ChildService implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port ([0-9]+)");
    private static final Pattern STARTED = Pattern.compile("Started TestService");
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;

    private ChildService(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ChildService in(Path folder, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                TestService.class.getName()));
        command.addAll(List.of(RunningService.arguments(folder, settings)));
        Path log = Files.createTempFile(folder, "service", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ChildService(process, log);
    }

    /** Sends a request, once the service is up. */
    String post(String path, String body) throws IOException, InterruptedException {
        String port = await(PORT).group(1);
        await(STARTED);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return response.body();
        }
    }

    void awaitStart() throws IOException, InterruptedException {
        await(STARTED);
    }

    private Matcher await(Pattern line) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(end)) {
            Matcher found = line.matcher(Files.readString(log));
            if (found.find()) {
                return found;
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError("The service did not say '" + line + "': " + Files.readString(log));
    }

    /** Lets it live for a time, then kills it: SIGKILL, which it cannot hear. */
    void killAfter(Duration time) throws InterruptedException {
        if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("The service ended by itself: see " + log);
        }
        close();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
