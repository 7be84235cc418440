package dev.monkeywrench.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers posts in the order written down, the last again and again; questions about itself with nothing. */
final class ScriptedModelServer implements AutoCloseable {

    /**
     * What one post gets.
     *
     * @param missing bytes that are announced and never come
     */
    record Answer(int status, String body, int missing) {

        static Answer ok(String body) {
            return new Answer(200, body, 0);
        }
    }

    /** What one post said. */
    record Call(String path, Optional<String> authorization, JsonNode body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Answer> answers;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private ScriptedModelServer(HttpServer server, List<Answer> answers) {
        this.server = server;
        this.answers = new ArrayList<>(answers);
    }

    static ScriptedModelServer answering(Answer... answers) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ScriptedModelServer scripted = new ScriptedModelServer(http, List.of(answers));
        http.setExecutor(scripted.threads);
        http.createContext("/", scripted::handle);
        http.start();
        return scripted;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Call> calls() {
        return calls;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestMethod().equals("POST")) {
                send(exchange, Answer.ok("{}"));
                return;
            }
            calls.add(new Call(
                    exchange.getRequestURI().getPath(),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                    new JsonMapper().readTree(body)));
            send(exchange, next());
        }
    }

    private synchronized Answer next() {
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        int length = body.length + answer.missing();
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
