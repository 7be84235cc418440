package dev.monkeywrench.cli;

import dev.monkeywrench.cli.CheckedInstance.Standing;
import dev.monkeywrench.evaluation.Suite;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks an instance by one run of the service that judges its gold patch, given like any patch: nothing is drawn, so no
 * prompt is made. The run's baseline tells of the unpatched tree.
 */
record InstanceCheck(ServiceClient client, RunWatch watch, boolean fresh) {

    private static final String UNSOUND = "/errors/instance-unsound";

    CheckedInstance of(Suite.Row row) throws InterruptedException {
        try {
            RunView run = watch.follow(request(row), view -> {});
            if (!run.state().equals("COMPLETED")) {
                boolean unsound =
                        run.json().path("problem").path("type").asString("").endsWith(UNSOUND);
                return CheckedInstance.failed(
                        row.id(),
                        unsound ? Standing.UNSOUND : Standing.NOT_JUDGED,
                        run.problem().orElse(run.state()));
            }
            List<JsonNode> samples = Pages.all(client, ServiceClient.RUNS + "/" + run.id() + "/candidates", Map.of());
            return of(row, run.json(), samples.isEmpty() ? Session.JSON.createObjectNode() : samples.getFirst());
        } catch (ServiceFault e) {
            return CheckedInstance.failed(row.id(), Standing.NOT_JUDGED, String.valueOf(e.getMessage()));
        }
    }

    /** An empty patch where there is no gold one: it has the baseline run and nothing judged. */
    private ObjectNode request(Suite.Row row) {
        ObjectNode request = Session.JSON.createObjectNode();
        request.set("instance", row.row());
        ObjectNode plan = request.putObject("plan");
        plan.putArray("patches").add(row.goldPatch().orElse(""));
        if (fresh) {
            plan.put("verdicts", "fresh");
        }
        return request;
    }

    private static CheckedInstance of(Suite.Row row, JsonNode run, JsonNode sample) {
        JsonNode baseline = run.path("baseline");
        Map<String, String> flaky = flaky(baseline);
        List<String> contradictions = contradictions(baseline, flaky);
        OptionalDouble candidate = sample.path("seconds").isNumber()
                ? OptionalDouble.of(sample.path("seconds").asDouble())
                : OptionalDouble.empty();
        boolean cached = baseline.path("cached").asBoolean(false);
        return new CheckedInstance(
                row.id(),
                standing(row, sample, contradictions, flaky),
                reason(row, sample),
                contradictions,
                flaky,
                baseline.path("failToPass").size(),
                baseline.path("passToPass").size(),
                preparation(run, sample.path("cached").asBoolean(false) ? 0 : candidate.orElse(0)),
                candidate,
                cached);
    }

    private static Standing standing(
            Suite.Row row, JsonNode sample, List<String> contradictions, Map<String, String> flaky) {
        String verdict = sample.path("verdict").asString("");
        if (verdict.equals("INCONCLUSIVE")) {
            return Standing.NOT_JUDGED;
        }
        if (row.goldPatch().isPresent() && !verdict.equals("PASSED")) {
            return Standing.GOLD_PATCH_FAILS;
        }
        if (!contradictions.isEmpty()) {
            return Standing.CONTRADICTED;
        }
        if (row.goldPatch().isEmpty()) {
            return Standing.NO_GOLD_PATCH;
        }
        return flaky.isEmpty() ? Standing.SOUND : Standing.FLAKY;
    }

    private static String reason(Suite.Row row, JsonNode sample) {
        String verdict = sample.path("verdict").asString("");
        if (row.goldPatch().isEmpty() || verdict.equals("PASSED")) {
            return "";
        }
        String kind = verdict.isEmpty() ? sample.path("kind").asString("not judged") : verdict;
        String reason = sample.path("reason").asString("");
        return reason.isEmpty() ? kind : kind + ": " + reason;
    }

    /** Of the tests that ended in more than one way: how often they passed, of how many runs. */
    private static Map<String, String> flaky(JsonNode baseline) {
        Map<String, String> flaky = new TreeMap<>();
        baseline.path("flakiness")
                .path("flaky")
                .properties()
                .forEach(test -> flaky.put(
                        test.getKey(),
                        "passed " + test.getValue().path("passed").asInt(0) + " of "
                                + baseline.path("flakiness").path("runs").asInt(0)));
        return flaky;
    }

    /** That a test is flaky is told as such, and no fault of the lists. */
    private static List<String> contradictions(JsonNode baseline, Map<String, String> flaky) {
        return baseline.path("contradictions")
                .valueStream()
                .map(each -> each.asString(""))
                .filter(each -> flaky.keySet().stream()
                        .noneMatch(id -> each.startsWith("FAIL_TO_PASS " + id + " ")
                                || each.startsWith("PASS_TO_PASS " + id + " ")))
                .toList();
    }

    /** The run's own time less that of the candidate: what an evaluation pays once an instance. */
    private static OptionalDouble preparation(JsonNode run, double candidate) {
        try {
            Instant began = Instant.parse(run.path("startedAt").asString(""));
            Instant ended = Instant.parse(run.path("endedAt").asString(""));
            return OptionalDouble.of(Math.max(0, Duration.between(began, ended).toMillis() / 1e3 - candidate));
        } catch (DateTimeParseException e) {
            return OptionalDouble.empty();
        }
    }
}
