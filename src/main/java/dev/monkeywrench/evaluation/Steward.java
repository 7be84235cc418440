package dev.monkeywrench.evaluation;

import dev.monkeywrench.run.RunEnded;
import java.time.Duration;
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
 * at the start and now and then, for what nobody told it.
 */
final class Steward implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Steward.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Steps steps;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("evaluations").unstarted(this::work);
    private volatile boolean running;

    Steward(Steps steps) {
        this.steps = steps;
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
                    steps.lookAtAll();
                    next = System.nanoTime() + PAUSE.toNanos();
                }
                Signal signal = signals.poll(next - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (signal != null) {
                    act(signal);
                }
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException | TransactionException e) {
                next = laterAfter("The database failed a step of an evaluation", e);
            } catch (RuntimeException e) {
                next = laterAfter("A step of an evaluation broke", e);
            }
        }
    }

    private static long laterAfter(String what, RuntimeException fault) {
        LOG.warn("{}; it is taken again in {} s", what, PAUSE.toSeconds(), fault);
        return System.nanoTime() + PAUSE.toNanos();
    }

    private void act(Signal signal) {
        switch (signal) {
            case Signal.Ended ended -> steps.ended(ended.run());
            case Signal.Changed changed -> steps.look(changed.evaluation());
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
