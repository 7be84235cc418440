package com.example.expirymap;

/** Hears about entries that leave a cache. */
@FunctionalInterface
public interface RemovalListener<K, V> {

    /** Why an entry has left. */
    enum Cause {
        REPLACED,
        REMOVED,
        EXPIRED,
        EVICTED
    }

    void removed(K key, V value, Cause cause);
}
