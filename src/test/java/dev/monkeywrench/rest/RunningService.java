package dev.monkeywrench.rest;

import dev.monkeywrench.Monkeywrench;
import dev.monkeywrench.run.GitProject;
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
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a port of its own, with a home and a repository of its own. */
final class RunningService implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final GitProject project;
    private final Path home;

    private RunningService(ConfigurableApplicationContext context, GitProject project, Path home) {
        this.context = context;
        this.address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        this.project = project;
        this.home = home;
    }

    static RunningService in(Path folder, String... settings) {
        GitProject project = GitProject.in(folder(folder.resolve("projects/app")));
        return new RunningService(
                SpringApplication.run(TestService.class, arguments(folder, settings)), project, folder.resolve("home"));
    }

    /** On what another service, which has ended, left in a folder. */
    static RunningService again(Path folder, GitProject project, String... settings) {
        return new RunningService(
                SpringApplication.run(TestService.class, arguments(folder, settings)), project, folder.resolve("home"));
    }

    /** The service as it is, nothing of it scripted. */
    static RunningService real(Path folder, GitProject project, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(arguments(folder, settings)));
        arguments.remove("--monkeywrench.run.sampler=scripted");
        return new RunningService(
                SpringApplication.run(Monkeywrench.class, arguments.toArray(String[]::new)),
                project,
                folder.resolve("home"));
    }

    static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String[] arguments(Path folder, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=-1",
                "--monkeywrench.home=" + folder(folder.resolve("home")),
                "--monkeywrench.workspace.roots=" + folder.resolve("projects"),
                "--monkeywrench.run.sampler=scripted"));
        arguments.addAll(List.of(settings));
        return arguments.toArray(String[]::new);
    }

    int port() {
        return URI.create(address).getPort();
    }

    GitProject project() {
        return project;
    }

    Path home() {
        return home;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(LIMIT);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Opens a stream of lines; the first has come when this returns. */
    Stream<String> lines(String path, List<String> first) {
        try {
            Stream<String> lines = client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofLines())
                    .body();
            Iterator<String> each = lines.iterator();
            first.add(each.next());
            return StreamSupport.stream(((Iterable<String>) () -> each).spliterator(), false);
        } catch (IOException e) {
            throw new AssertionError("The service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String body, String... headers) {
        return postTo("/api/v1/runs", body, headers);
    }

    HttpResponse<String> postTo(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    static JsonNode json(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    /** Submits a run and gives its id. */
    String submit(String problemStatement, String plan) {
        HttpResponse<String> response = post(project.request(problemStatement, plan));
        if (response.statusCode() != 202) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json(response).get("id").stringValue();
    }

    /** The run, once it is in one of these states. */
    JsonNode await(String run, String... states) {
        return await(run, LIMIT, states);
    }

    JsonNode await(String run, Duration limit, String... states) {
        Instant end = Instant.now().plus(limit);
        while (Instant.now().isBefore(end)) {
            JsonNode found = json(get("/api/v1/runs/" + run));
            if (List.of(states).contains(found.get("state").stringValue())) {
                return found;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("Run " + run + " is not " + List.of(states) + ": "
                + get("/api/v1/runs/" + run).body());
    }

    void stop() {
        context.close();
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
