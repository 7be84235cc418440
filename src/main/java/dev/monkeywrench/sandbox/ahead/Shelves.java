package dev.monkeywrench.sandbox.ahead;

import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits to be asked for, by its use, and how much of it is wanted. Thread-safe. */
final class Shelves {

    private final AheadTerms terms;
    private final Map<Use, Shelf> shelves = new HashMap<>();
    private boolean closed;

    /** What a sandbox can be used for: only openings of the same environment, tree and limits. */
    record Use(String environment, Limits limits) {}

    private record Waiting(Sandbox sandbox, Instant since) {}

    /** Of one use; {@code coming} are being opened. */
    private static final class Shelf {

        private final Demand demand;
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int coming;

        Shelf(Demand demand) {
            this.demand = demand;
        }
    }

    Shelves(AheadTerms terms) {
        this.terms = terms;
    }

    /** The one that waits longest; notes that one was asked for. */
    synchronized Optional<Sandbox> take(Use use, Instant now) {
        Shelf shelf = shelf(use);
        shelf.demand.asked(now);
        return Optional.ofNullable(shelf.waiting.pollFirst()).map(Waiting::sandbox);
    }

    synchronized void opened(Use use, Duration took) {
        shelf(use).demand.opened(took);
    }

    /** Whether one more is wanted; if so it is counted as coming, and {@link #put} must follow. */
    synchronized boolean reserve(Use use) {
        Shelf shelf = shelf(use);
        int there = shelf.waiting.size() + shelf.coming;
        int all = shelves.values().stream()
                .mapToInt(each -> each.waiting.size() + each.coming)
                .sum();
        if (closed || all >= terms.most() || there >= shelf.demand.wanted(terms.most())) {
            return false;
        }
        shelf.coming++;
        return true;
    }

    /** Puts down what was opened, if it was; what is given back is to be closed. */
    synchronized Optional<Sandbox> put(Use use, Optional<Sandbox> opened, Instant now) {
        Shelf shelf = shelf(use);
        shelf.coming--;
        if (closed) {
            return opened;
        }
        opened.ifPresent(sandbox -> shelf.waiting.addLast(new Waiting(sandbox, now)));
        return Optional.empty();
    }

    /** Takes away what waits for too long, and forgets uses that nobody asks for. */
    synchronized List<Sandbox> idle(Instant now) {
        List<Sandbox> idle = new ArrayList<>();
        for (Shelf shelf : shelves.values()) {
            shelf.waiting.removeIf(
                    waiting -> !waiting.since().plus(terms.idle()).isAfter(now) && idle.add(waiting.sandbox()));
        }
        shelves.values().removeIf(shelf -> shelf.waiting.isEmpty() && shelf.coming == 0 && !shelf.demand.isRecent(now));
        return idle;
    }

    synchronized int waiting() {
        return shelves.values().stream().mapToInt(each -> each.waiting.size()).sum();
    }

    synchronized List<Sandbox> close() {
        closed = true;
        List<Sandbox> all = new ArrayList<>();
        for (Shelf shelf : shelves.values()) {
            shelf.waiting.forEach(waiting -> all.add(waiting.sandbox()));
            shelf.waiting.clear();
        }
        return all;
    }

    private Shelf shelf(Use use) {
        return shelves.computeIfAbsent(use, fresh -> new Shelf(new Demand(terms.idle())));
    }
}
