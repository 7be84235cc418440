package dev.monkeywrench.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room that mirrors, images and templates share. Before something new is fetched, and after each run, what was not
 * used for longest goes until the rest is below the ceiling and the file system's free space above the floor. What is
 * in use stays. Thread-safe: one thread evicts at a time.
 */
public final class DiskBudget {

    private static final Logger LOG = LoggerFactory.getLogger(DiskBudget.class);
    private static final long MEGA = 1L << 20;

    private final DiskTerms terms;
    private final FreeSpace free;
    private final List<Holdings> owners = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> holds = new ConcurrentHashMap<>();
    private final ReentrantLock evicting = new ReentrantLock();

    public DiskBudget(DiskTerms terms, FreeSpace free) {
        this.terms = terms;
        this.free = free;
    }

    /** One that never evicts and never refuses. */
    public static DiskBudget unbounded() {
        return new DiskBudget(new DiskTerms(Long.MAX_VALUE, 0), () -> Long.MAX_VALUE);
    }

    /** Takes part from now on, until the registration is closed. */
    public Registration register(Holdings holdings) {
        owners.add(holdings);
        return () -> owners.remove(holdings);
    }

    /** Keeps what its owner calls by this name from being evicted until the hold is closed. */
    public Registration hold(String name) {
        holds.merge(name, 1, Integer::sum);
        AtomicBoolean held = new AtomicBoolean(true);
        return () -> {
            if (held.compareAndSet(true, false)) {
                holds.computeIfPresent(name, (key, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
            }
        };
    }

    /** A part in the budget, until it is closed. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Makes room before something is fetched or written whose size is not known.
     *
     * @param subject what it is for, as in {@code the image x:1}
     */
    public void makeRoom(String subject) throws DiskFull, InterruptedException {
        Level level = evict();
        if (level.used() >= terms.ceilingBytes()) {
            throw new DiskFull("There is no room for " + subject + ": what is in use takes " + level.used() / MEGA
                    + " MB of the " + terms.ceilingBytes() / MEGA
                    + " MB that monkeywrench.disk allows. Raise it, or run fewer instances at a time");
        }
        if (level.free() < terms.floorBytes()) {
            throw new DiskFull("There is no room for " + subject + ": " + level.free() / MEGA
                    + " MB are free of the " + terms.floorBytes() / MEGA
                    + " MB that monkeywrench.disk-floor keeps free. Free some, or move monkeywrench.home");
        }
    }

    /** Evicts what is beyond the ceiling; what cannot be evicted now stays until the next time. */
    public void trim() throws InterruptedException {
        evict();
    }

    /** What is used by owners and free for all. */
    private record Level(long used, long free) {}

    private Level evict() throws InterruptedException {
        evicting.lockInterruptibly();
        try {
            List<Held> held = held();
            long used = held.stream().mapToLong(each -> each.holding().bytes()).sum();
            for (Held next : held) {
                if (used <= terms.ceilingBytes() && freeBytes() >= terms.floorBytes()) {
                    break;
                }
                used -= !holds.containsKey(next.holding().name()) && next.evict()
                        ? next.holding().bytes()
                        : 0;
            }
            return new Level(used, freeBytes());
        } finally {
            evicting.unlock();
        }
    }

    /** The longest unused first. */
    private List<Held> held() throws InterruptedException {
        List<Held> held = new ArrayList<>();
        for (Holdings owner : owners) {
            try {
                owner.list().forEach(holding -> held.add(new Held(owner, holding)));
            } catch (IOException unreadable) {
                LOG.warn("The {} cannot be counted: {}", owner.kind(), unreadable.toString());
            }
        }
        held.sort(Comparator.comparing(each -> each.holding().lastUse()));
        return held;
    }

    /** Where it cannot be measured the floor is taken to be kept. */
    private long freeBytes() {
        try {
            return free.bytes();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    /** One holding and whose it is. */
    private record Held(Holdings owner, Holding holding) {

        boolean evict() throws InterruptedException {
            try {
                boolean gone = owner.evict(holding);
                if (gone) {
                    LOG.info(
                            "Evicted {} of {} ({} MB, last used {})",
                            holding.name(),
                            owner.kind(),
                            holding.bytes() / MEGA,
                            holding.lastUse());
                }
                return gone;
            } catch (IOException failed) {
                LOG.warn("{} of {} could not be evicted: {}", holding.name(), owner.kind(), failed.toString());
                return false;
            }
        }
    }
}
