package dev.monkeywrench.model;

import java.util.concurrent.Semaphore;

/**
 * The calls a server works on at a time: whoever comes when all are taken waits, in order of coming, and leaves when
 * interrupted. Thread-safe.
 */
public final class Slots {

    private final Semaphore free;

    public Slots(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("A model server takes at least 1 call at a time");
        }
        this.free = new Semaphore(most, true);
    }

    /** Waits for a slot; it is given back by closing the lease, once. */
    public Lease take() throws InterruptedException {
        free.acquire();
        return free::release;
    }

    /** A slot that is held. */
    public interface Lease extends AutoCloseable {

        @Override
        void close();
    }
}
