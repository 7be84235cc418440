package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.EvaluationDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Evaluations whose members have all ended by the time that their events are read. */
final class ScriptedEvaluations {

    /** A reply. */
    record Reply(int status, String body) {}

    private final Function<ObjectNode, ObjectNode> runs;
    private final List<ObjectNode> evaluations = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();

    /**
     * @param runs makes the run of a request
     */
    ScriptedEvaluations(Function<ObjectNode, ObjectNode> runs) {
        this.runs = runs;
    }

    List<String> actions() {
        return List.copyOf(actions);
    }

    List<ObjectNode> all() {
        return List.copyOf(evaluations);
    }

    /** A reader that comes back finds the evaluation still going on. */
    void reopen() {
        evaluations.forEach(each -> each.put("state", "RUNNING"));
    }

    Reply answer(String method, String path, String query, String body) {
        String[] parts = path.replaceFirst("^/api/v1/evaluations/?", "").split("/", -1);
        if (parts[0].isEmpty()) {
            return method.equals("POST") ? create(query, Session.JSON.readTree(body)) : list(query);
        }
        ObjectNode found = evaluations.stream()
                .filter(each -> each.path("id").asString().equals(parts[0]))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return new Reply(404, "{\"title\":\"No such evaluation\"}");
        }
        if (parts.length == 1) {
            return new Reply(200, shown(found));
        }
        return switch (parts[1]) {
            case "events" -> new Reply(200, events(found));
            case "instances" -> new Reply(200, instances(found, query));
            default -> {
                actions.add(parts[1] + " " + parts[0]);
                yield new Reply(200, shown(found));
            }
        };
    }

    private static String shown(ObjectNode evaluation) {
        ObjectNode shown = evaluation.deepCopy();
        shown.remove("members");
        return shown.toString();
    }

    private Reply create(String query, JsonNode request) {
        ObjectNode evaluation = Session.JSON.createObjectNode();
        ObjectNode estimate = evaluation.putObject("estimate").put("from", "3 instances");
        estimate.putObject("seconds").put("low", 30).put("high", 90);
        estimate.putNull("dollars").putNull("tokens");
        if (query.contains("dryRun=true")) {
            return new Reply(200, evaluation.put("instances", 2).toString());
        }
        evaluation
                .put("id", "evaluation" + evaluations.size())
                .put("state", "RUNNING")
                .put("parallel", 1);
        evaluation.put("digest", EvaluationDigest.of(request)).set("request", request);
        ArrayNode problems = evaluation.putArray("problems");
        ArrayNode members = evaluation.putArray("members");
        int index = 0;
        for (JsonNode row : request.path("suite").path("instances")) {
            String field = "suite.instances[" + index++ + "].base_commit";
            if (row.path("instance_id").asString("").contains("refused")) {
                problems.addObject()
                        .put("field", field)
                        .put("problem", "is not there")
                        .put("remedy", "Send one");
            } else {
                members.add(member(members.size(), (ObjectNode) row, request));
            }
        }
        evaluation.putObject("counts").put("instances", members.size()).put("ended", members.size());
        evaluation.putObject("cost").putNull("dollars");
        evaluations.add(evaluation);
        return new Reply(202, shown(evaluation));
    }

    private ObjectNode member(int ordinal, ObjectNode row, JsonNode request) {
        String id = row.path("instance_id").asString();
        ObjectNode asked = Session.JSON.createObjectNode();
        asked.set("instance", row);
        ObjectNode plan = asked.putObject("plan");
        if (request.path("plan") instanceof ObjectNode stated) {
            plan.setAll(stated);
        }
        if (request.has("predictions")) {
            ArrayNode patches = plan.putArray("patches");
            request.path("predictions")
                    .valueStream()
                    .filter(each -> each.path("instance_id").asString().equals(id))
                    .forEach(each -> patches.add(each.path("model_patch")));
        }
        ObjectNode run = runs.apply(asked);
        ObjectNode member = Session.JSON.createObjectNode();
        member.put("ordinal", ordinal)
                .put("instanceId", id)
                .put("state", "ENDED")
                .put("attempts", 1);
        member.putObject("result").put("runId", run.path("id").asString()).put("seconds", 1.5);
        return member;
    }

    private Reply list(String query) {
        ObjectNode page = Session.JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        String digest = query.contains("digest=") ? query.replaceFirst(".*digest=([0-9a-f]+).*", "$1") : "";
        evaluations.reversed().stream()
                .filter(each ->
                        digest.isEmpty() || each.path("digest").asString().equals(digest))
                .forEach(items::add);
        return new Reply(200, page.putNull("next").toString());
    }

    private static String events(ObjectNode evaluation) {
        StringBuilder events = new StringBuilder("id:1\nevent:state\ndata:{}\n\n:alive\n\n");
        int id = 2;
        for (JsonNode member : evaluation.path("members")) {
            String data = "{\"ordinal\":" + member.path("ordinal") + "}";
            events.append("id:" + id++ + "\nevent:begun\ndata:" + data + "\n\n");
            events.append("id:" + id++ + "\nevent:ended\ndata:" + data + "\n\n");
        }
        evaluation.put("startedAt", "2026-11-21T03:00:00Z").put("endedAt", "2026-11-21T03:00:42.5Z");
        evaluation.put("state", "COMPLETED").put("endReason", "ALL_ENDED");
        return events.toString();
    }

    private static String instances(ObjectNode evaluation, String query) {
        int after = query.contains("cursor=") ? Integer.parseInt(query.replaceFirst(".*cursor=", "")) : -1;
        int limit = Integer.parseInt(query.replaceFirst(".*limit=([0-9]+).*", "$1"));
        ObjectNode page = Session.JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        evaluation.path("members").valueStream().skip(after + 1).limit(limit).forEach(items::add);
        return page.putNull("next").toString();
    }
}
