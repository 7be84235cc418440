package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.Evaluation;
import dev.monkeywrench.evaluation.EvaluationChange;
import dev.monkeywrench.evaluation.EvaluationFilter;
import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.EvaluationRequest;
import dev.monkeywrench.evaluation.EvaluationState;
import dev.monkeywrench.evaluation.EvaluationSubmission;
import dev.monkeywrench.evaluation.Evaluations;
import dev.monkeywrench.evaluation.Forecast;
import dev.monkeywrench.evaluation.MemberFilter;
import dev.monkeywrench.evaluation.MemberOutcome;
import dev.monkeywrench.evaluation.MemberState;
import dev.monkeywrench.run.RunStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@Tag(name = "Evaluations")
@RestController
@RequestMapping(path = "/api/v1/evaluations", produces = MediaType.APPLICATION_JSON_VALUE)
class EvaluationController {

    private final Evaluations evaluations;
    private final EvaluationViews views;
    private final JsonBody largeBodies;
    private final JsonBody bodies;

    EvaluationController(
            Evaluations evaluations,
            EvaluationViews views,
            @Qualifier(RestConfiguration.EVALUATION_BODY) JsonBody largeBodies,
            JsonBody bodies) {
        this.evaluations = evaluations;
        this.views = views;
        this.largeBodies = largeBodies;
        this.bodies = bodies;
    }

    @Operation(
            summary = "Submit an evaluation, or, with dryRun=true, be told what it would take",
            operationId = "submitEvaluation")
    @EvaluationDocumentation
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> submit(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        Optional<String> name = Parameters.idempotencyKey(key);
        boolean dry = Parameters.flag("dryRun", dryRun);
        JsonBody.Read body = largeBodies.read(request);
        EvaluationRequest submitted =
                new EvaluationRequest(body.json(), name.map(text -> new RunStore.IdempotencyKey(text, body.digest())));
        return dry ? ResponseEntity.ok(forecast(submitted)) : accepted(evaluations.submit(submitted));
    }

    private ForecastView forecast(EvaluationRequest request) {
        return switch (evaluations.forecast(request)) {
            case Forecast.Told told -> EvaluationViews.view(told);
            case Forecast.Refused refused -> throw Refusal.of(ProblemType.INVALID_EVALUATION, refused.problems());
        };
    }

    private ResponseEntity<Object> accepted(EvaluationSubmission submission) {
        return switch (submission) {
            case EvaluationSubmission.Accepted accepted ->
                ResponseEntity.accepted()
                        .location(URI.create(
                                "/api/v1/evaluations/" + accepted.evaluation().id()))
                        .body(views.whole(accepted.evaluation(), accepted.problems()));
            case EvaluationSubmission.Refused refused ->
                throw Refusal.of(ProblemType.INVALID_EVALUATION, refused.problems());
            case EvaluationSubmission.KeyReused reused ->
                throw Refusal.of(ProblemType.KEY_REUSED, "This Idempotency-Key came with another body; use a new key");
            case EvaluationSubmission.KeyInFlight inFlight ->
                throw Refusal.of(
                        ProblemType.KEY_IN_FLIGHT,
                        "A request with this Idempotency-Key is being taken in; repeat it in a moment");
        };
    }

    @Operation(summary = "List evaluations, newest first", operationId = "listEvaluations")
    @GetMapping
    EvaluationPage list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String digest,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return EvaluationViews.page(evaluations.list(new EvaluationFilter(
                Parameters.word("state", state, EvaluationState.class),
                Parameters.evaluationDigest(digest),
                Parameters.evaluationCursor(cursor),
                Parameters.limit(limit))));
    }

    @Operation(summary = "Show an evaluation", operationId = "showEvaluation")
    @GetMapping("/{id}")
    EvaluationView show(@PathVariable String id) {
        return views.whole(found(id));
    }

    @Operation(summary = "List the instances of an evaluation", operationId = "listEvaluationInstances")
    @GetMapping("/{id}/instances")
    MemberPage members(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        MemberFilter filter = new MemberFilter(
                Parameters.word("outcome", outcome, MemberOutcome.class),
                Parameters.word("state", state, MemberState.class),
                Parameters.sampleCursor(cursor),
                Parameters.limit(limit));
        Evaluation evaluation = found(id);
        return EvaluationViews.members(evaluations.members(evaluation.id(), filter), evaluation);
    }

    @Operation(
            summary = "Read what was sent for an instance: its row, with its tests, and the predictions",
            operationId = "readEvaluationInstance")
    @GetMapping("/{id}/instances/{ordinal}/content")
    MemberContentView content(@PathVariable String id, @PathVariable String ordinal) {
        int place = Parameters.sampleCursor(ordinal);
        return evaluations
                .content(found(id).id(), place)
                .map(MemberContentView::of)
                .orElseThrow(() -> Refusal.of(
                        ProblemType.NOT_FOUND, "The evaluation has no instance " + place + "; they begin at 0"));
    }

    @Operation(summary = "Let no further instance begin; what runs goes on", operationId = "pauseEvaluation")
    @PostMapping("/{id}/pause")
    EvaluationView pause(@PathVariable String id) {
        return changed(id, evaluations::pause);
    }

    @Operation(summary = "Go on with a paused evaluation", operationId = "resumeEvaluation")
    @PostMapping("/{id}/resume")
    EvaluationView resume(@PathVariable String id) {
        return changed(id, evaluations::resume);
    }

    @Operation(
            summary = "Try again what was inconclusive or failed by the infrastructure",
            operationId = "retryEvaluation")
    @PostMapping("/{id}/retry")
    EvaluationView retry(@PathVariable String id) {
        return changed(id, evaluations::retry);
    }

    @Operation(summary = "Cancel an evaluation and its runs", operationId = "cancelEvaluation")
    @PostMapping("/{id}/cancel")
    ResponseEntity<EvaluationView> cancel(@PathVariable String id) {
        return ResponseEntity.accepted().body(changed(id, evaluations::cancel));
    }

    @Operation(summary = "Cancel an evaluation and its runs, as runs are", operationId = "deleteEvaluation")
    @DeleteMapping("/{id}")
    ResponseEntity<EvaluationView> delete(@PathVariable String id) {
        return cancel(id);
    }

    @Operation(
            summary =
                    "Change how many instances run at a time, or the budget; a larger one takes up what was left undone",
            operationId = "changeEvaluation")
    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    EvaluationView change(@PathVariable String id, HttpServletRequest request) throws IOException {
        JsonNode body = bodies.read(request).json();
        return changed(id, evaluation -> evaluations.change(evaluation, body));
    }

    private EvaluationView changed(String id, Function<EvaluationId, EvaluationChange> change) {
        return switch (change.apply(Parameters.evaluation(id))) {
            case EvaluationChange.Changed changed -> views.whole(changed.evaluation());
            case EvaluationChange.Impossible impossible ->
                throw Refusal.of(ProblemType.EVALUATION_OVER, impossible.reason());
            case EvaluationChange.Refused refused ->
                throw Refusal.of(ProblemType.INVALID_EVALUATION, refused.problems());
            case EvaluationChange.Unknown unknown -> throw Refusal.noEvaluation(id);
        };
    }

    private Evaluation found(String id) {
        return evaluations.find(Parameters.evaluation(id)).orElseThrow(() -> Refusal.noEvaluation(id));
    }
}
