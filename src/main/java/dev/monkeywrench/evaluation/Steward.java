package dev.monkeywrench.evaluation;

import dev.monkeywrench.run.RunEnded;
import dev.monkeywrench.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps evaluations going, on a thread of its own: it acts at once on what it is told, and looks at all open evaluations
 * at the start and now and then, for what nobody told it. Whatever a step throws is logged and the thread goes on: without
 * it no evaluation would, and nobody would be told.
 */
final class Steward implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Steward.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    /** What there is to do for evaluations. */
    interface Duties {

        /** The evaluations that have not ended. */
        List<EvaluationId> open();

        /** Does all there is to do for an evaluation. */
        void look(EvaluationId evaluation);

        /** Lands the attempt that a run was, if it was one, and begins what may begin then. */
        void ended(RunId run);
    }

    private final Duties duties;
    private final Duration pause;
    private final Runnable moved;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("evaluations").unstarted(this::work);
    private volatile boolean running;

    /**
     * @param moved is told whenever something was done; quick
     */
    Steward(Duties duties, Runnable moved) {
        this(duties, PAUSE, moved);
    }

    /**
     * @param pause between two looks at all, and after a step that failed
     */
    Steward(Duties duties, Duration pause, Runnable moved) {
        this.duties = duties;
        this.pause = pause;
        this.moved = moved;
    }

    /** Something of an evaluation has changed. */
    void look(EvaluationId evaluation) {
        signals.add(new Signal.Changed(evaluation));
    }

    @EventListener
    void ended(RunEnded event) {
        signals.add(new Signal.Ended(event.run()));
    }

    private void work() {
        long next = System.nanoTime();
        while (running) {
            try {
                if (next - System.nanoTime() <= 0) {
                    lookAtAll();
                    moved.run();
                    next = System.nanoTime() + pause.toNanos();
                }
                Signal signal = signals.poll(next - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (signal != null) {
                    act(signal);
                    moved.run();
                }
            } catch (InterruptedException nobodyShould) {
                LOG.warn("The thread of evaluations was interrupted; it goes on until the service stops");
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("The database failed a step of an evaluation; it is taken again in {}", pause, e);
                next = System.nanoTime() + pause.toNanos();
            } catch (RuntimeException | Error e) {
                LOG.error("A step of an evaluation broke; it is taken again in {}", pause, e);
                next = System.nanoTime() + pause.toNanos();
            }
        }
    }

    /** One evaluation that breaks must not keep the others waiting. */
    private void lookAtAll() {
        for (EvaluationId id : duties.open()) {
            try {
                duties.look(id);
            } catch (RuntimeException | Error e) {
                LOG.warn("Evaluation {} could not be looked after; it is tried again in {}", id, pause, e);
            }
        }
    }

    private void act(Signal signal) {
        switch (signal) {
            case Signal.Ended ended -> duties.ended(ended.run());
            case Signal.Changed changed -> duties.look(changed.evaluation());
            case Signal.Stop stop -> {}
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    /** A step is never cut short: it holds a transaction. */
    @Override
    public void stop() {
        running = false;
        signals.add(new Signal.Stop());
        try {
            thread.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Begins after runs do and ends before them. */
    @Override
    public int getPhase() {
        return 1;
    }
}
