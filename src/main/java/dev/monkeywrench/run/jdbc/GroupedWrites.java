package dev.monkeywrench.run.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Puts writes that wait at the same time into one transaction: what a commit costs is shared by all that came while the
 * one before was under way. A write that comes alone is written alone and at once. Thread-safe.
 *
 * <p>A write that fails takes none of the others with it: the transaction is rolled back and each is written by itself.
 * A fault of the commit itself is everybody's, as nobody knows what became of it.
 */
final class GroupedWrites {

    private static final int MOST_TOGETHER = 64;

    private final Transactions transactions;
    private final Queue<Write> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    GroupedWrites(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Returns once the work is committed, and throws what it threw. */
    void write(Runnable work) {
        Write own = new Write(work);
        waiting.add(own);
        transactions.undisturbed(() -> {
            turn.lock();
            try {
                if (!own.done) {
                    writeWaiting();
                }
                return true;
            } finally {
                turn.unlock();
            }
        });
        own.fault.ifPresent(fault -> {
            throw Transactions.rethrown(fault);
        });
    }

    /** How many wait for their turn. */
    int waiting() {
        return waiting.size();
    }

    /** Until all that waited are done: whoever comes meanwhile finds the lock taken, and the queue its own. */
    private void writeWaiting() {
        List<Write> group = new ArrayList<>();
        for (Write next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
            if (group.size() == MOST_TOGETHER) {
                write(group);
                group.clear();
            }
        }
        if (!group.isEmpty()) {
            write(group);
        }
    }

    private void write(List<Write> group) {
        boolean[] ran = {false};
        try {
            transactions.writeHere(() -> {
                group.forEach(write -> write.work.run());
                ran[0] = true;
            });
            group.forEach(Write::end);
        } catch (RuntimeException | Error fault) {
            if (ran[0] || group.size() == 1) {
                group.forEach(write -> write.end(fault));
            } else {
                group.forEach(write -> write(List.of(write)));
            }
        }
    }

    /** Read and written under the lock alone, until it is done. */
    private static final class Write {

        private final Runnable work;
        private Optional<Throwable> fault = Optional.empty();
        private boolean done;

        Write(Runnable work) {
            this.work = work;
        }

        void end() {
            done = true;
        }

        void end(Throwable thrown) {
            fault = Optional.of(thrown);
            done = true;
        }
    }
}
