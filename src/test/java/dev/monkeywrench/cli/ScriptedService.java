package dev.monkeywrench.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The REST interface with runs that are over at once: resolved where the script says so, and with the fields that the
 * instance's own field {@code scripted} holds.
 */
final class ScriptedService implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, ObjectNode> runs = new ConcurrentHashMap<>();
    private final List<JsonNode> requests = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private final Map<String, String> verdicts;
    private final ScriptedEvaluations evaluations = new ScriptedEvaluations(this::kept);
    private final List<String> samplesAsked = new ArrayList<>();

    /**
     * @param verdicts by the patch that is given; for a drawing run, by instance id: PASSED or FAILED
     */
    ScriptedService(Map<String, String> verdicts) {
        this.verdicts = verdicts;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/runs", this::answer);
        server.createContext("/api/v1/evaluations", this::answerEvaluation);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** How samples were asked for. */
    synchronized List<String> samplesAsked() {
        return List.copyOf(samplesAsked);
    }

    synchronized List<String> cancelled() {
        return List.copyOf(cancelled);
    }

    synchronized ScriptedEvaluations evaluations() {
        return evaluations;
    }

    private synchronized void answerEvaluation(HttpExchange exchange) throws IOException {
        ScriptedEvaluations.Reply reply = evaluations.answer(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                String.valueOf(exchange.getRequestURI().getQuery()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        reply(exchange, reply.status(), reply.body());
    }

    private ObjectNode kept(ObjectNode request) {
        requests.add(request);
        ObjectNode run = run(request, "run" + requests.size());
        runs.put(run.path("id").asString(), run);
        return run;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String id = path.replaceFirst("^/api/v1/runs/?", "").replaceFirst("/.*", "");
        switch (exchange.getRequestMethod()) {
            case "POST" -> create(exchange);
            case "DELETE" -> {
                cancelled.add(id);
                reply(exchange, runs.containsKey(id) ? 202 : 404, "{\"title\":\"No such run\"}");
            }
            default -> read(exchange, path, id);
        }
    }

    private void create(HttpExchange exchange) throws IOException {
        JsonNode request = Session.JSON.readTree(exchange.getRequestBody());
        reply(exchange, 202, kept((ObjectNode) request).toString());
    }

    private ObjectNode run(JsonNode request, String id) {
        String instance = request.path("instance").path("instance_id").asString();
        boolean resolved = verdicts.getOrDefault(instance, "").equals("PASSED");
        ObjectNode run = Session.JSON.createObjectNode();
        run.put("id", id).put("instanceId", instance).put("state", "COMPLETED").put("resolved", resolved);
        run.put("sandbox", "bubblewrap").put("stopReason", "ENOUGH_PASSED");
        run.putObject("counts")
                .put("samples", 12)
                .put("distinct", 9)
                .put("passed", resolved ? 1 : 0)
                .put("failed", 8);
        if (resolved) {
            run.putArray("passing")
                    .addObject()
                    .put("digest", "abc")
                    .put("firstSampleIndex", 11)
                    .put("diff", "/api/v1/runs/" + id + "/patches/abc.diff");
        }
        run.putObject("ledger")
                .putObject("total")
                .put("samples", 12)
                .putNull("dollars")
                .put("sandboxWallSeconds", 3.5);
        run.setAll(request.path("instance").withObjectProperty("scripted"));
        run.set("given", request.path("plan").path("patches"));
        return run;
    }

    private void read(HttpExchange exchange, String path, String id) throws IOException {
        if (path.endsWith(".diff")) {
            reply(exchange, 200, "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n");
        } else if (path.endsWith("/eval.sh")) {
            reply(exchange, 200, "#!/bin/bash\npytest\n");
        } else if (path.endsWith("/candidates")) {
            ObjectNode page = candidates(java.util.Objects.requireNonNull(runs.get(id)));
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            samplesAsked.add(query);
            if (query.contains("official")) {
                page.path("items").forEach(sample -> answerOfficially((ObjectNode) sample));
            }
            reply(exchange, 200, query.contains("limit=1&") ? only(page, query).toString() : page.toString());
        } else if (id.isEmpty()) {
            ObjectNode page = Session.JSON.createObjectNode();
            page.putArray("items").addAll(runs.values());
            reply(exchange, 200, page.putNull("next").toString());
        } else {
            reply(exchange, runs.containsKey(id) ? 200 : 404, String.valueOf(runs.get(id)));
        }
    }

    /** One sample, as the cursor before it asks. */
    private static ObjectNode only(ObjectNode page, String query) {
        int index = query.contains("cursor=") ? Integer.parseInt(query.replaceFirst(".*cursor=", "")) + 1 : 0;
        ObjectNode sample = (ObjectNode) page.path("items")
                .valueStream()
                .filter(each -> each.path("sampleIndex").asInt() == index)
                .findFirst()
                .orElseThrow();
        ObjectNode one = Session.JSON.createObjectNode();
        one.putArray("items").add(sample);
        return one;
    }

    /** Where there is no verdict, neither is there an answer. */
    private static void answerOfficially(ObjectNode sample) {
        if (!sample.path("verdict").isString()) {
            sample.putNull("official");
            return;
        }
        boolean passed = sample.path("verdict").asString("").equals("PASSED");
        ObjectNode official = sample.putObject("official").put("graded", true).put("resolved", passed);
        ObjectNode lists =
                official.put("testOutput", "the log").putObject("tests_status").putObject("FAIL_TO_PASS");
        lists.putArray(passed ? "success" : "failure").add("t::a");
    }

    /** The second of two equal patches is a duplicate, as the service has it. */
    private ObjectNode candidates(ObjectNode run) {
        ObjectNode page = Session.JSON.createObjectNode();
        var items = page.putArray("items");
        List<String> seen = new ArrayList<>();
        for (JsonNode passing : run.path("given").isArray() ? List.<JsonNode>of() : run.path("passing")) {
            items.addObject()
                    .put("sampleIndex", passing.path("firstSampleIndex").asInt())
                    .put("kind", "DRAFTED")
                    .put("digest", passing.path("digest").asString())
                    .put("verdict", "PASSED");
        }
        for (JsonNode patch : run.path("given")) {
            ObjectNode sample = items.addObject().put("sampleIndex", seen.size());
            String text = patch.asString();
            boolean again = seen.contains(text);
            sample.put("kind", text.isEmpty() ? "EMPTY" : again ? "DUPLICATE" : "DRAFTED");
            sample.put("digest", "digest of " + text);
            if (!text.isEmpty() && !again) {
                sample.put("verdict", verdicts.getOrDefault(text, "FAILED")).put("seconds", 1.5);
                sample.put("cached", true)
                        .putObject("verdictFrom")
                        .put("run", "earlier")
                        .put("at", "2026-11-21T03:00:00Z")
                        .putObject("key")
                        .put("baseCommit", "abc");
            }
            seen.add(text);
        }
        return page;
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, octets.length);
        try (exchange) {
            exchange.getResponseBody().write(octets);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
