package dev.monkeywrench.rest;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.run.Page;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunFilter;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.RunRequest;
import dev.monkeywrench.run.RunState;
import dev.monkeywrench.run.RunStore;
import dev.monkeywrench.run.Runs;
import dev.monkeywrench.run.SampleFilter;
import dev.monkeywrench.run.SampleRecord;
import dev.monkeywrench.run.Submission;
import dev.monkeywrench.run.VerdictKind;
import dev.monkeywrench.verification.EvalScripts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

@Tag(name = "Runs")
@RestController
@RequestMapping(path = "/api/v1/runs", produces = MediaType.APPLICATION_JSON_VALUE)
class RunController {

    private static final Set<String> FIELDS = Set.of("instance", "plan");
    private static final Set<String> CONTENTS = Set.of("tests", "log", "key", "official", "cost");

    private final Runs runs;
    private final RunRecords records;
    private final Views views;
    private final CostViews costs;
    private final JsonBody bodies;

    RunController(Runs runs, RunRecords records, Views views, CostViews costs, JsonBody bodies) {
        this.runs = runs;
        this.records = records;
        this.views = views;
        this.costs = costs;
        this.bodies = bodies;
    }

    @Operation(summary = "Submit a run", operationId = "submitRun")
    @SubmissionDocumentation
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RunView> submit(
            HttpServletRequest request, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException, InterruptedException {
        Optional<String> name = Parameters.idempotencyKey(key);
        JsonBody.Read body = bodies.read(request);
        check(body.json());
        RunRequest submitted = new RunRequest(
                part(body.json(), "instance"),
                part(body.json(), "plan"),
                name.map(text -> new RunStore.IdempotencyKey(text, body.digest())));
        Run run = accepted(runs.submit(submitted));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/runs/" + run.id()))
                .body(views.whole(run));
    }

    private static void check(JsonNode body) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!body.isObject()) {
            throw Refusal.ofRun(List.of(new FieldProblem(
                    "body",
                    "is not a JSON object",
                    "Send {\"instance\": {…}, \"plan\": {…}}; the plan may be left out")));
        }
        for (String name : body.propertyNames()) {
            if (!FIELDS.contains(name)) {
                problems.add(new FieldProblem(
                        Shown.of(name), "is unknown", "The fields are 'instance' and, if you like, 'plan'"));
            }
        }
        if (!body.hasNonNull("instance")) {
            problems.add(new FieldProblem("instance", "is missing", "Send a row or a plain form, as in docs/api.md"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.ofRun(problems);
        }
    }

    private static JsonNode part(JsonNode body, String name) {
        JsonNode part = body.get(name);
        return part == null || part.isNull() ? JsonNodeFactory.instance.objectNode() : part;
    }

    private static Run accepted(Submission submission) {
        return switch (submission) {
            case Submission.Accepted accepted -> accepted.run();
            case Submission.Refused refused -> throw Refusal.ofRun(refused.problems());
            case Submission.KeyReused reused ->
                throw Refusal.of(
                        ProblemType.KEY_REUSED,
                        "This Idempotency-Key came with another body in the last 24 hours; use a new key");
            case Submission.KeyInFlight inFlight ->
                throw Refusal.of(
                        ProblemType.KEY_IN_FLIGHT,
                        "A request with this Idempotency-Key is being taken in; repeat it in a moment");
            case Submission.QueueFull full ->
                throw Refusal.later(
                        ProblemType.QUEUE_FULL,
                        full.queued() + " runs wait, and no more may; submit again later, or raise"
                                + " monkeywrench.run.most-queued",
                        full.retryAfter());
        };
    }

    @Operation(summary = "List runs, newest first", operationId = "listRuns")
    @GetMapping
    RunPage list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String instanceId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return views.page(records.list(new RunFilter(
                Parameters.word("state", state, RunState.class),
                Parameters.instanceId(instanceId),
                Parameters.runCursor(cursor),
                Parameters.limit(limit))));
    }

    @Operation(summary = "Show a run", operationId = "showRun")
    @GetMapping("/{id}")
    RunView show(@PathVariable String id) {
        return views.whole(found(id));
    }

    @Operation(summary = "Cancel a run, with its model calls and sandboxes", operationId = "cancelRun")
    @DeleteMapping("/{id}")
    ResponseEntity<RunView> cancel(@PathVariable String id) {
        Run run = runs.cancel(Parameters.run(id)).orElseThrow(() -> Refusal.noRun(id));
        return ResponseEntity.accepted().body(views.whole(run));
    }

    @Operation(summary = "List the samples of a run", operationId = "listSamples")
    @GetMapping("/{id}/candidates")
    SamplePage samples(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String include,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Set<String> contents = Parameters.words("include", include, CONTENTS);
        SampleFilter filter = new SampleFilter(
                Parameters.word("verdict", verdict, VerdictKind.class),
                Parameters.sampleCursor(cursor),
                Parameters.limit(limit));
        RunId run = found(id).id();
        Page<SampleRecord> page = records.samples(run, filter);
        Map<Integer, SampleCostView> paid = contents.contains("cost") ? costs.of(run, page.items()) : Map.of();
        return Views.samples(page, contents, officially(run, contents), paid);
    }

    private Optional<OfficialViews> officially(RunId run, Set<String> contents) {
        return contents.contains("official") ? OfficialViews.of(run, records) : Optional.empty();
    }

    @Operation(summary = "Read the script that runs the tests, as eval.sh", operationId = "readEvalScript")
    @GetMapping(path = "/{id}/eval.sh", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=utf-8")
    ResponseEntity<String> evalScript(@PathVariable String id) {
        return ResponseEntity.ok(records.instance(found(id).id())
                .map(instance -> EvalScripts.of(instance.hiddenTests()))
                .orElseThrow(() -> Refusal.noRun(id)));
    }

    @Operation(summary = "Read a patch that a sample of the run holds", operationId = "readPatch")
    @GetMapping(path = "/{id}/patches/{digest}.diff", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=utf-8")
    ResponseEntity<String> patch(@PathVariable String id, @PathVariable String digest) {
        RunId run = found(id).id();
        String diff = records.diff(run, Parameters.digest(digest))
                .orElseThrow(() ->
                        Refusal.of(ProblemType.NOT_FOUND, "There is no patch " + Shown.of(digest) + " in this run"));
        return ResponseEntity.ok(diff);
    }

    private Run found(String id) {
        return records.find(Parameters.run(id)).orElseThrow(() -> Refusal.noRun(id));
    }
}
