package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.Evaluation;
import dev.monkeywrench.evaluation.Evaluations;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunRecords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class EventController {

    private final RunRecords records;
    private final Evaluations evaluations;
    private final EventStreams streams;

    EventController(RunRecords records, Evaluations evaluations, EventStreams streams) {
        this.records = records;
        this.evaluations = evaluations;
        this.streams = streams;
    }

    @Tag(name = "Runs")
    @Operation(summary = "Follow a run: server-sent events, resumable by Last-Event-ID", operationId = "followRun")
    @GetMapping(path = "/api/v1/runs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        Run run = records.find(Parameters.run(id)).orElseThrow(() -> Refusal.noRun(id));
        return follow(EventSource.of(run.id(), records), lastEventId);
    }

    @Tag(name = "Evaluations")
    @Operation(
            summary = "Follow an evaluation: server-sent events, resumable by Last-Event-ID",
            operationId = "followEvaluation")
    @GetMapping(path = "/api/v1/evaluations/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> evaluationEvents(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        Evaluation evaluation = evaluations.find(Parameters.evaluation(id)).orElseThrow(() -> Refusal.noEvaluation(id));
        return follow(EventSource.of(evaluation.id(), evaluations), lastEventId);
    }

    private ResponseEntity<SseEmitter> follow(EventSource source, @Nullable String lastEventId) {
        long after = lastEventId == null || lastEventId.isEmpty() ? 0 : Parameters.number("Last-Event-ID", lastEventId);
        if (EventStreams.isOver(source, after)) {
            // An event source that is answered 204 does not come again.
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(streams.open(source, after));
    }
}
