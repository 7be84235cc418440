package com.example.expirymap;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/** Puts a cache together. */
public final class CacheBuilder<K, V> {

    private final int capacity;
    private Duration lifetime = Duration.ofDays(365_000);
    private InstantSource clock = InstantSource.system();
    private RemovalListener<? super K, ? super V> listener = (key, value, cause) -> {};

    private CacheBuilder(int capacity) {
        this.capacity = capacity;
    }

    public static <K, V> CacheBuilder<K, V> withCapacity(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a cache holds at least 1 entry, not " + capacity);
        }
        return new CacheBuilder<>(capacity);
    }

    /** How long an entry lives after it was stored. */
    public CacheBuilder<K, V> expireAfter(Duration lifetime) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("a lifetime is longer than nothing");
        }
        this.lifetime = lifetime;
        return this;
    }

    public CacheBuilder<K, V> clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock);
        return this;
    }

    public CacheBuilder<K, V> onRemoval(RemovalListener<? super K, ? super V> listener) {
        this.listener = Objects.requireNonNull(listener);
        return this;
    }

    public Cache<K, V> build() {
        return new LinkedCache<>(capacity, lifetime, clock, listener);
    }
}
