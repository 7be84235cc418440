package com.example.expirymap;

import java.util.Optional;
import java.util.function.Function;

/** A map that forgets. */
public interface Cache<K, V> {

    /** What was stored under a key, if it is still there and not too old. */
    Optional<V> get(K key);

    /** What is stored under a key; loaded and stored when there is nothing. */
    V get(K key, Function<? super K, ? extends V> loader);

    void put(K key, V value);

    /** Forgets a key; says whether there was something to forget. */
    boolean remove(K key);

    /** How many entries are held, the too old ones that nobody has come across yet included. */
    int size();

    CacheStatistics statistics();
}
