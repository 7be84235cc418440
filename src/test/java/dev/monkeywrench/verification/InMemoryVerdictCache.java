package dev.monkeywrench.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The cache in memory: entries in order of their last use. */
final class InMemoryVerdictCache implements VerdictCache {

    private record Entry(Kept kept, Instant usedAt, boolean disputed) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final InstantSource clock;
    private final int mostEntries;
    private final Duration longestUnused;

    InMemoryVerdictCache(InstantSource clock, int mostEntries, Duration longestUnused) {
        this.clock = clock;
        this.mostEntries = mostEntries;
        this.longestUnused = longestUnused;
    }

    @Override
    public synchronized Optional<Kept> find(VerdictKey key) {
        forgetUnused();
        Optional<Entry> found = Optional.ofNullable(entries.get(key.digest())).filter(entry -> !entry.disputed());
        found.ifPresent(entry -> put(key, entry.kept(), false));
        return found.map(Entry::kept);
    }

    @Override
    public synchronized void keep(VerdictKey key, Kept kept) {
        forgetUnused();
        Optional<Entry> there = Optional.ofNullable(entries.get(key.digest()));
        boolean disputed = there.filter(
                        entry -> entry.disputed() || !entry.kept().finding().agreesWith(kept.finding()))
                .isPresent();
        put(key, there.map(Entry::kept).orElse(kept), disputed);
        Iterator<Entry> leastUsed = entries.values().iterator();
        while (entries.size() > mostEntries && leastUsed.hasNext()) {
            leastUsed.next();
            leastUsed.remove();
        }
    }

    private void put(VerdictKey key, Kept kept, boolean disputed) {
        entries.remove(key.digest());
        entries.put(key.digest(), new Entry(kept, clock.instant(), disputed));
    }

    private void forgetUnused() {
        Instant before = clock.instant().minus(longestUnused);
        entries.values().removeIf(entry -> entry.usedAt().isBefore(before));
    }
}
