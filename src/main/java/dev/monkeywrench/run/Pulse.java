package dev.monkeywrench.run;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to happen now and then while runs are at work: events that wait are written, cancellations are heard. */
final class Pulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration BEAT = Duration.ofMillis(250);
    private static final int SELDOM = 4;

    private final Set<Runnable> beats = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    void start() {
        Thread.ofPlatform().daemon().name("run-pulse").start(this::beatUntilClosed);
    }

    /** Has something done at every beat, until what is returned is closed. */
    Beat beat(Runnable work) {
        Runnable beat = () -> guarded(work);
        beats.add(beat);
        return () -> beats.remove(beat);
    }

    /** Has something done about once a second, until what is returned is closed. */
    Beat seldom(Runnable work) {
        AtomicInteger beats = new AtomicInteger();
        return beat(() -> {
            if (beats.getAndIncrement() % SELDOM == 0) {
                work.run();
            }
        });
    }

    private void beatUntilClosed() {
        try {
            while (!closed.await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                beats.forEach(Runnable::run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that fails must not stop the others: it is done again at the next beat, or its run notices for itself. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.debug("A beat failed", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** Something done at every beat. */
    @FunctionalInterface
    interface Beat extends AutoCloseable {

        @Override
        void close();
    }
}
