package dev.monkeywrench.rest;

import dev.monkeywrench.run.RunEvent;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.RunState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams the events of runs, each on a virtual thread of its own, from the table they are kept in: so a stream tells
 * the same whichever process works on the run, and goes on where an earlier one broke off.
 */
final class EventStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final int MOST_EVENTS_AT_ONCE = 500;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LOOKS_PER_HEARTBEAT = 75;

    /** A client that wants more comes again with its Last-Event-ID. */
    private static final int MOST_LOOKS = 18_000;

    private final RunRecords records;
    private final Semaphore places;
    private volatile boolean running;

    EventStreams(RunRecords records, int mostStreams) {
        this.records = records;
        this.places = new Semaphore(mostStreams);
    }

    SseEmitter open(RunId run, long after) {
        if (!places.tryAcquire()) {
            throw Refusal.later(
                    ProblemType.TOO_MANY_STREAMS,
                    "All event streams of this service are taken; close one, or raise monkeywrench.rest.most-streams",
                    Duration.ofSeconds(5));
        }
        SseEmitter emitter = new SseEmitter(0L);
        Thread.ofVirtual().name("events-" + run).start(() -> stream(run, after, emitter));
        return emitter;
    }

    private void stream(RunId run, long after, SseEmitter emitter) {
        try {
            follow(run, after, emitter);
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A reader of the events of run {} went away", run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            LOG.warn("The events of run {} could not be read", run, e);
            emitter.complete();
        } finally {
            places.release();
        }
    }

    private void follow(RunId run, long after, SseEmitter emitter) throws IOException, InterruptedException {
        long last = after;
        for (int looks = 1; running && looks <= MOST_LOOKS; looks++) {
            // The state is read first: what it says is final was written before, with its event.
            boolean over =
                    records.find(run).map(found -> found.state().isFinal()).orElse(true);
            List<RunEvent> events = records.events(run, last, MOST_EVENTS_AT_ONCE);
            for (RunEvent event : events) {
                emitter.send(SseEmitter.event()
                        .id(Long.toString(event.sequence()))
                        .name(event.type().word())
                        .data(event.data()));
                last = event.sequence();
            }
            if (over && events.size() < MOST_EVENTS_AT_ONCE) {
                return;
            }
            if (looks % LOOKS_PER_HEARTBEAT == 0) {
                emitter.send(SseEmitter.event().comment("alive"));
            }
            Thread.sleep(LOOK);
        }
    }

    /** Whether a reader that knows events up to a number has all there will ever be. */
    boolean isOver(RunId run, RunState state, long after) {
        return state.isFinal() && records.events(run, after, 1).isEmpty();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the web server waits for open requests. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
