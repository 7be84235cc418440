package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.run.GitProject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks a running service for evaluations of instances of its one repository. */
final class EvaluationClient {

    static final String EVALUATIONS = "/api/v1/evaluations";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final RunningService service;

    EvaluationClient(RunningService service) {
        this.service = service;
    }

    /** A request for instances whose problem statements are these; their ids are {@code i-0}, {@code i-1} and so on. */
    ObjectNode request(String plan, int parallel, List<String> statements) {
        return request(service.project(), plan, parallel, statements);
    }

    ObjectNode request(String plan, int parallel, int instances) {
        return request(service.project(), plan, parallel, instances);
    }

    /** The same, of a project that no service runs with yet. */
    static ObjectNode request(GitProject project, String plan, int parallel, int instances) {
        List<String> statements =
                IntStream.range(0, instances).mapToObj(i -> "x").toList();
        return request(project, plan, parallel, statements);
    }

    private static ObjectNode request(GitProject project, String plan, int parallel, List<String> statements) {
        ObjectNode request = JSON.createObjectNode().put("name", "a test").put("parallel", parallel);
        request.set("plan", JSON.readTree(plan));
        ArrayNode rows = request.putObject("suite").put("name", "mine").putArray("instances");
        for (int i = 0; i < statements.size(); i++) {
            rows.add(row(project, "i-" + i, statements.get(i)));
        }
        return request;
    }

    private static JsonNode row(GitProject project, String id, String statement) {
        ObjectNode row =
                (ObjectNode) JSON.readTree(project.request(statement, "{}")).get("instance");
        return row.put("instance_id", id);
    }

    HttpResponse<String> post(ObjectNode request, String... headers) {
        return service.postTo(EVALUATIONS, request.toString(), headers);
    }

    /** Submits it and gives its id. */
    String submit(ObjectNode request) {
        HttpResponse<String> reply = post(request);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(202);
        return RunningService.json(reply).get("id").stringValue();
    }

    HttpResponse<String> act(String id, String action) {
        return service.postTo(EVALUATIONS + "/" + id + "/" + action, "");
    }

    JsonNode show(String id) {
        return RunningService.json(service.get(EVALUATIONS + "/" + id));
    }

    List<JsonNode> members(String id, String query) {
        return RunningService.json(service.get(EVALUATIONS + "/" + id + "/instances?limit=200" + query))
                .get("items")
                .valueStream()
                .toList();
    }

    JsonNode await(String id, String state) {
        return await(id, found -> found.get("state").stringValue().equals(state));
    }

    JsonNode await(String id, Predicate<JsonNode> wanted) {
        Instant end = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(end)) {
            JsonNode found = show(id);
            if (wanted.test(found)) {
                return found;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("Evaluation " + id + " is " + show(id) + " with " + members(id, ""));
    }
}
