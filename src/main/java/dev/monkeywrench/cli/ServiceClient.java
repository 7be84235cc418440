package dev.monkeywrench.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks the service's REST interface. Thread-safe. */
final class ServiceClient implements AutoCloseable {

    static final String RUNS = "/api/v1/runs";
    static final String EVALUATIONS = "/api/v1/evaluations";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);
    private static final int BUSY = 429;
    private static final int MOST_REPEATS = 120;

    private final URI address;
    private final HttpClient http;

    ServiceClient(URI address) {
        this.address = address;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        if ("http".equals(address.getScheme())) {
            withoutCertificates(builder);
        }
        this.http = builder.build();
    }

    /** Where nothing is encrypted the client would read the certificates of all authorities for nothing, for a tenth of a second. */
    private static void withoutCertificates(HttpClient.Builder builder) {
        try {
            builder.sslContext(SSLContext.getInstance("TLS")).sslParameters(new SSLParameters());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has TLS", e);
        }
    }

    URI address() {
        return address;
    }

    /** Submits a run and gives its id; waits when the service says that its queue is full. */
    String submit(ObjectNode request) throws InterruptedException {
        HttpRequest post = request(RUNS)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(request)))
                .build();
        HttpResponse<String> reply = send(post);
        for (int repeat = 0; reply.statusCode() == BUSY && repeat < MOST_REPEATS; repeat++) {
            Thread.sleep(retryAfter(reply));
            reply = send(post);
        }
        return JSON.readTree(success(post, reply)).path("id").asString();
    }

    private static Duration retryAfter(HttpResponse<String> reply) {
        long seconds = reply.headers().firstValueAsLong("Retry-After").orElse(5);
        return Duration.ofSeconds(Math.clamp(seconds, 1, 30));
    }

    JsonNode run(String id) throws InterruptedException {
        return get(RUNS + "/" + encoded(id));
    }

    JsonNode get(String path) throws InterruptedException {
        return JSON.readTree(text(path));
    }

    String text(String path) throws InterruptedException {
        HttpRequest get = request(path).GET().build();
        return success(get, send(get));
    }

    /** Sends a body, or none where it is empty, and gives the reply. */
    JsonNode post(String path, String body) throws InterruptedException {
        return sent("POST", path, body);
    }

    void patch(String path, String body) throws InterruptedException {
        sent("PATCH", path, body);
    }

    private JsonNode sent(String method, String path, String body) throws InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(success(request, send(request)));
    }

    /** The lines of a stream of events; asking for the next one may wait for it. To be closed. */
    Stream<String> lines(String path, String lastEventId) throws InterruptedException {
        HttpRequest get = HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", lastEventId)
                .GET()
                .build();
        try {
            HttpResponse<Stream<String>> reply = http.send(get, HttpResponse.BodyHandlers.ofLines());
            if (reply.statusCode() / 100 != 2) {
                reply.body().close();
                throw new ServiceFault("GET " + path + " was answered " + reply.statusCode());
            }
            return reply.body();
        } catch (IOException e) {
            throw silent(e);
        }
    }

    void cancel(String id) throws InterruptedException {
        HttpRequest delete = request(RUNS + "/" + encoded(id)).DELETE().build();
        success(delete, send(delete));
    }

    boolean answers() throws InterruptedException {
        try {
            return send(request(RUNS + "?limit=1").GET().build()).statusCode() == 200;
        } catch (ServiceFault e) {
            return false;
        }
    }

    static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("Accept", "application/json, application/problem+json, text/plain, text/x-diff, */*");
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw silent(e);
        }
    }

    private ServiceFault silent(IOException e) {
        return new ServiceFault(
                "No service answers at " + address + " (" + Inert.line(String.valueOf(e.getMessage()), 200)
                        + "); start one with './mw serve', or name another with --server",
                e);
    }

    private static String success(HttpRequest request, HttpResponse<String> reply) {
        if (reply.statusCode() / 100 != 2) {
            throw ServiceFault.of(request.method() + " " + request.uri().getPath(), reply.statusCode(), reply.body());
        }
        return reply.body();
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
