package com.example.expirymap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkedCacheTest {

    private final ManualClock clock = new ManualClock();
    private final List<String> removals = new ArrayList<>();
    private final Cache<String, Integer> cache = CacheBuilder.<String, Integer>withCapacity(3)
            .expireAfter(Duration.ofMinutes(10))
            .clock(clock)
            .onRemoval((key, value, cause) -> removals.add(key + "=" + value + " " + cause))
            .build();

    private void fill() {
        cache.put("a", 1);
        cache.put("b", 2);
        cache.put("c", 3);
    }

    @Test
    void findsWhatWasStored() {
        fill();
        assertEquals(Optional.of(2), cache.get("b"));
        assertEquals(Optional.empty(), cache.get("x"));
    }

    @Test
    void dropsTheOldestWhenFull() {
        fill();
        cache.put("d", 4);
        assertEquals(List.of("a=1 EVICTED"), removals);
        assertEquals(3, cache.size());
    }

    @Test
    void readingKeepsAnEntry() {
        fill();
        cache.get("a");
        cache.put("d", 4);
        assertEquals(Optional.of(1), cache.get("a"));
        assertEquals(List.of("b=2 EVICTED"), removals);
    }

    @Test
    void loadingReadKeepsAnEntry() {
        fill();
        cache.get("a", key -> 99);
        cache.put("d", 4);
        assertEquals(1, cache.get("a", key -> 99));
    }

    @Test
    void replacingKeepsAnEntry() {
        fill();
        cache.put("a", 10);
        cache.put("d", 4);
        assertEquals(List.of("a=1 REPLACED", "b=2 EVICTED"), removals);
        assertEquals(Optional.of(10), cache.get("a"));
    }

    @Test
    void loadsOnceOnly() {
        assertEquals(7, cache.get("k", key -> 7));
        assertEquals(7, cache.get("k", key -> 8));
    }

    @Test
    void entryExpiresAtTheEndOfItsLifetime() {
        cache.put("a", 1);
        clock.advance(Duration.ofMinutes(10).minusNanos(1));
        assertTrue(cache.get("a").isPresent());
        clock.advance(Duration.ofNanos(1));
        assertTrue(cache.get("a").isEmpty());
        assertEquals(List.of("a=1 EXPIRED"), removals);
    }

    @Test
    void readingDoesNotProlongTheLifetime() {
        cache.put("a", 1);
        clock.advance(Duration.ofMinutes(6));
        cache.get("a");
        clock.advance(Duration.ofMinutes(6));
        assertTrue(cache.get("a").isEmpty());
    }

    @Test
    void replacingStartsTheLifetimeAgain() {
        cache.put("a", 1);
        clock.advance(Duration.ofMinutes(6));
        cache.put("a", 2);
        clock.advance(Duration.ofMinutes(6));
        assertEquals(Optional.of(2), cache.get("a"));
    }

    @Test
    void expiredEntriesGoBeforeLiveOnes() {
        cache.put("a", 1);
        cache.put("b", 2);
        clock.advance(Duration.ofMinutes(9));
        cache.put("c", 3);
        clock.advance(Duration.ofMinutes(1));
        cache.put("d", 4);
        assertEquals(2, cache.size());
        assertEquals(2, cache.statistics().expirations());
        assertEquals(0, cache.statistics().evictions());
    }

    @Test
    void removes() {
        fill();
        assertTrue(cache.remove("b"));
        assertFalse(cache.remove("b"));
        assertEquals(2, cache.size());
    }

    @Test
    void countsHitsAndMisses() {
        fill();
        cache.get("a");
        cache.get("b");
        cache.get("x");
        cache.get("c");
        assertEquals(0.75, cache.statistics().hitRate());
    }

    @Test
    void rateOfNothingIsNothing() {
        assertEquals(0, cache.statistics().hitRate());
    }

    @Test
    void refusesSenselessSettings() {
        assertThrows(IllegalArgumentException.class, () -> CacheBuilder.withCapacity(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> CacheBuilder.withCapacity(1).expireAfter(Duration.ZERO));
    }
}
