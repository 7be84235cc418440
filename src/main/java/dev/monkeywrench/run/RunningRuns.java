package dev.monkeywrench.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runs this process is working on, each by one thread that can be interrupted. Thread-safe.
 *
 * <p>A thread is interrupted only while it is registered: interrupting and leaving exclude each other, so no interrupt
 * hits what the thread does after its run.
 */
final class RunningRuns {

    private final Map<RunId, Stay> stays = new HashMap<>();
    private boolean closing;

    /** Why a run's thread was interrupted. */
    enum Interruption {
        CANCELLED,
        SHUTDOWN
    }

    /** Registers the calling thread as the one that works on a run, until the stay is closed. */
    synchronized Stay enter(RunId run) {
        Stay stay = new Stay(run, Thread.currentThread());
        stays.put(run, stay);
        if (closing) {
            stay.interrupt(Interruption.SHUTDOWN);
        }
        return stay;
    }

    synchronized void cancel(RunId run) {
        Optional.ofNullable(stays.get(run)).ifPresent(stay -> stay.interrupt(Interruption.CANCELLED));
    }

    /** Interrupts all, and whatever enters later. */
    synchronized void close() {
        closing = true;
        stays.values().forEach(stay -> stay.interrupt(Interruption.SHUTDOWN));
    }

    synchronized List<RunId> ids() {
        return List.copyOf(stays.keySet());
    }

    /** One thread at work on one run. */
    final class Stay implements AutoCloseable {

        private final RunId run;
        private final Thread thread;
        private Optional<Interruption> interruption = Optional.empty();

        private Stay(RunId run, Thread thread) {
            this.run = run;
            this.thread = thread;
        }

        /** Once: a second interrupt would cut short what the first one's clean-up waits for. */
        private void interrupt(Interruption why) {
            if (interruption.isEmpty()) {
                interruption = Optional.of(why);
                thread.interrupt();
            }
        }

        Optional<Interruption> interruption() {
            synchronized (RunningRuns.this) {
                return interruption;
            }
        }

        /** Leaves, and takes back an interrupt that came too late. */
        @Override
        public void close() {
            synchronized (RunningRuns.this) {
                stays.remove(run, this);
                if (interruption.isPresent() && thread.equals(Thread.currentThread())) {
                    Thread.interrupted();
                }
            }
        }
    }
}
