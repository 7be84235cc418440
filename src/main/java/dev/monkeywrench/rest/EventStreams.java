package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.EvaluationsMoved;
import dev.monkeywrench.run.RunEnded;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams events, each stream on a virtual thread of its own, from the tables they are kept in: so a stream tells the
 * same whichever process works on a run or an evaluation, and goes on where an earlier one broke off.
 */
final class EventStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final int MOST_EVENTS_AT_ONCE = 500;

    /** Between two looks, however much is new. */
    private static final Duration REST = Duration.ofMillis(10);

    /** The end comes with an event; what is taken away altogether has none. */
    private static final Duration ASK = Duration.ofSeconds(1);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** A client that wants more comes again with its Last-Event-ID. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Semaphore places;
    private final Bell bell = new Bell();
    private volatile boolean running;

    EventStreams(int mostStreams) {
        this.places = new Semaphore(mostStreams);
    }

    SseEmitter open(EventSource source, long after) {
        if (!places.tryAcquire()) {
            throw Refusal.later(
                    ProblemType.TOO_MANY_STREAMS,
                    "All event streams of this service are taken; close one, or raise monkeywrench.rest.most-streams",
                    Duration.ofSeconds(5));
        }
        SseEmitter emitter = new SseEmitter(0L);
        Thread.ofVirtual().name("events-" + source.name()).start(() -> stream(source, after, emitter));
        return emitter;
    }

    private void stream(EventSource source, long after, SseEmitter emitter) {
        try {
            follow(source, after, emitter);
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A reader of the events of {} went away", source.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            LOG.warn("The events of {} could not be read", source.name(), e);
            emitter.complete();
        } finally {
            places.release();
        }
    }

    private void follow(EventSource source, long after, SseEmitter emitter) throws IOException, InterruptedException {
        long last = after;
        long began = System.nanoTime();
        long beat = began;
        long asked = began - ASK.toNanos();
        while (running && System.nanoTime() - began < LONGEST.toNanos()) {
            long heard = bell.rings();
            boolean asks = System.nanoTime() - asked >= ASK.toNanos();
            // The state is read first: what it says is final was written before, with its event.
            boolean over = asks && source.isOver();
            asked = asks ? System.nanoTime() : asked;
            List<EventSource.Event> events = source.after(last, MOST_EVENTS_AT_ONCE);
            for (EventSource.Event event : events) {
                emitter.send(SseEmitter.event()
                        .id(Long.toString(event.sequence()))
                        .name(event.type())
                        .data(event.data()));
                last = event.sequence();
            }
            if (over && events.size() < MOST_EVENTS_AT_ONCE) {
                return;
            }
            if (System.nanoTime() - beat >= HEARTBEAT.toNanos()) {
                emitter.send(SseEmitter.event().comment("alive"));
                beat = System.nanoTime();
            }
            if (!over && events.stream().anyMatch(EventSource.Event::tellsState)) {
                asked = System.nanoTime() - ASK.toNanos();
                continue;
            }
            Thread.sleep(REST);
            bell.await(heard, source.pause());
        }
    }

    @EventListener
    void moved(EvaluationsMoved news) {
        bell.ring();
    }

    @EventListener
    void ended(RunEnded news) {
        bell.ring();
    }

    /** Whether a reader that knows events up to a number has all there will ever be. */
    static boolean isOver(EventSource source, long after) {
        return source.isOver() && source.after(after, 1).isEmpty();
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
