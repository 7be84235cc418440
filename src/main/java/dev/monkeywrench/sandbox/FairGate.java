package dev.monkeywrench.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * So many places, shared out fairly between runs: a free one goes to the waiting run that holds the fewest, of those to
 * the one that waits longest for its turn, and within a run in the order of asking. So neither a run with many
 * candidates nor one with slow tests keeps another from its first place. Interruption ends a wait. Thread-safe.
 */
final class FairGate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> held = new HashMap<>();

    /** In the order of turns; a run without waiting callers is not in it. */
    private final LinkedHashMap<String, Deque<Waiting>> waiting = new LinkedHashMap<>();

    private int free;

    FairGate(int places) {
        if (places < 1) {
            throw new IllegalArgumentException("At least one sandbox is open at a time");
        }
        free = places;
    }

    /** Waits for a place; whoever returns from here leaves once. */
    void enter(String run) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Waiting turn = new Waiting(lock.newCondition());
            waiting.computeIfAbsent(run, first -> new ArrayDeque<>()).addLast(turn);
            admit();
            await(run, turn);
        } finally {
            lock.unlock();
        }
    }

    void leave(String run) {
        lock.lock();
        try {
            giveBack(run);
        } finally {
            lock.unlock();
        }
    }

    /** An interrupt may come after the place was given: then it goes on to the next. */
    private void await(String run, Waiting turn) throws InterruptedException {
        try {
            while (!turn.admitted) {
                turn.called.await();
            }
        } catch (InterruptedException stopped) {
            if (turn.admitted) {
                giveBack(run);
            } else {
                forget(run, turn);
            }
            throw stopped;
        }
    }

    private void giveBack(String run) {
        free++;
        held.computeIfPresent(run, (name, places) -> places > 1 ? Integer.valueOf(places - 1) : null);
        admit();
    }

    private void admit() {
        while (free > 0 && !waiting.isEmpty()) {
            String run = next();
            Waiting first = waiting.getOrDefault(run, new ArrayDeque<>()).getFirst();
            forget(run, first);
            free--;
            held.merge(run, 1, Integer::sum);
            first.admitted = true;
            first.called.signal();
        }
    }

    private String next() {
        String next = waiting.firstEntry().getKey();
        for (String run : waiting.keySet()) {
            next = held.getOrDefault(run, 0) < held.getOrDefault(next, 0) ? run : next;
        }
        return next;
    }

    /** Who has had its turn, or given it up, stands behind the others. */
    private void forget(String run, Waiting turn) {
        Deque<Waiting> rest = waiting.remove(run);
        if (rest != null) {
            rest.remove(turn);
            if (!rest.isEmpty()) {
                waiting.putLast(run, rest);
            }
        }
    }

    /** One caller. Guarded by the gate's lock. */
    private static final class Waiting {

        private final Condition called;
        private boolean admitted;

        Waiting(Condition called) {
            this.called = called;
        }
    }
}
