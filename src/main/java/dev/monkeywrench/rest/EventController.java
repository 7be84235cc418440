package dev.monkeywrench.rest;

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

@Tag(name = "Runs")
@RestController
class EventController {

    private final RunRecords records;
    private final EventStreams streams;

    EventController(RunRecords records, EventStreams streams) {
        this.records = records;
        this.streams = streams;
    }

    @Operation(summary = "Follow a run: server-sent events, resumable by Last-Event-ID", operationId = "followRun")
    @GetMapping(path = "/api/v1/runs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        long after = lastEventId == null || lastEventId.isEmpty() ? 0 : Parameters.number("Last-Event-ID", lastEventId);
        Run run = records.find(Parameters.run(id)).orElseThrow(() -> Refusal.noRun(id));
        if (streams.isOver(run.id(), run.state(), after)) {
            // An event source that is answered 204 does not come again.
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(streams.open(run.id(), after));
    }
}
