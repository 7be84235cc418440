package com.example.expirymap;

import com.example.expirymap.RecencyList.Node;
import com.example.expirymap.RemovalListener.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A hash table whose entries are linked in the order of their use. Not safe for several threads. */
final class LinkedCache<K, V> implements Cache<K, V> {

    private final int capacity;
    private final Duration lifetime;
    private final InstantSource clock;
    private final RemovalListener<? super K, ? super V> listener;
    private final Map<K, Node<K, V>> nodes = new HashMap<>();
    private final RecencyList<K, V> recency = new RecencyList<>();
    private CacheStatistics statistics = CacheStatistics.NONE;

    LinkedCache(
            int capacity, Duration lifetime, InstantSource clock, RemovalListener<? super K, ? super V> listener) {
        this.capacity = capacity;
        this.lifetime = lifetime;
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public Optional<V> get(K key) {
        Node<K, V> node = nodes.get(key);
        if (node != null && node.isExpired(clock.instant())) {
            discard(node, Cause.EXPIRED);
            node = null;
        }
        if (node == null) {
            statistics = statistics.withMiss();
            return Optional.empty();
        }
        statistics = statistics.withHit();
        recency.moveToFront(node);
        return Optional.of(node.value);
    }

    @Override
    public V get(K key, Function<? super K, ? extends V> loader) {
        Optional<V> present = get(key);
        if (present.isPresent()) {
            return present.get();
        }
        V loaded = loader.apply(key);
        put(key, loaded);
        return loaded;
    }

    @Override
    public void put(K key, V value) {
        Instant expires = clock.instant().plus(lifetime);
        Node<K, V> node = nodes.get(key);
        if (node != null) {
            V before = node.value;
            node.value = value;
            node.expires = expires;
            recency.moveToFront(node);
            listener.removed(key, before, Cause.REPLACED);
            return;
        }
        if (nodes.size() > capacity) {
            makeRoom();
        }
        Node<K, V> added = new Node<>(key, value, expires);
        nodes.put(key, added);
        recency.addFirst(added);
    }

    @Override
    public boolean remove(K key) {
        Node<K, V> node = nodes.get(key);
        if (node == null) {
            return false;
        }
        discard(node, Cause.REMOVED);
        return true;
    }

    @Override
    public int size() {
        return nodes.size();
    }

    @Override
    public CacheStatistics statistics() {
        return statistics;
    }

    /** Keys from the latest used to the one used longest ago. */
    List<K> keysByRecency() {
        return recency.keys();
    }

    /** Drops what is too old; where nothing is, the entry that was used longest ago. */
    private void makeRoom() {
        Instant now = clock.instant();
        List<Node<K, V>> expired =
                nodes.values().stream().filter(node -> node.isExpired(now)).toList();
        expired.forEach(node -> discard(node, Cause.EXPIRED));
        if (expired.isEmpty()) {
            discard(recency.oldest(), Cause.EVICTED);
        }
    }

    private void discard(Node<K, V> node, Cause cause) {
        nodes.remove(node.key);
        recency.unlink(node);
        if (cause == Cause.EXPIRED) {
            statistics = statistics.withExpiration();
        } else if (cause == Cause.EVICTED) {
            statistics = statistics.withEviction();
        }
        listener.removed(node.key, node.value, cause);
    }
}
