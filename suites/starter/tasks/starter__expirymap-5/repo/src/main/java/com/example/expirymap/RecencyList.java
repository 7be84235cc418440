package com.example.expirymap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Entries in the order of their use, the latest first. */
final class RecencyList<K, V> {

    /** An entry and its neighbours in the list. */
    static final class Node<K, V> {

        final K key;
        V value;
        Instant expires;
        private Node<K, V> newer;
        private Node<K, V> older;

        Node(K key, V value, Instant expires) {
            this.key = key;
            this.value = value;
            this.expires = expires;
        }

        boolean isExpired(Instant now) {
            return !now.isBefore(expires);
        }
    }

    private Node<K, V> newest;
    private Node<K, V> oldest;

    void addFirst(Node<K, V> node) {
        node.newer = null;
        node.older = newest;
        if (newest == null) {
            oldest = node;
        } else {
            newest.newer = node;
        }
        newest = node;
    }

    void unlink(Node<K, V> node) {
        if (node.newer == null) {
            newest = node.older;
        } else {
            node.newer.older = node.older;
        }
        if (node.older == null) {
            oldest = node.newer;
        } else {
            node.older.newer = node.newer;
        }
        node.newer = null;
        node.older = null;
    }

    void moveToFront(Node<K, V> node) {
        if (node == newest) {
            return;
        }
        unlink(node);
        addFirst(node);
    }

    Node<K, V> oldest() {
        return oldest;
    }

    List<K> keys() {
        List<K> keys = new ArrayList<>();
        for (Node<K, V> node = newest; node != null; node = node.older) {
            keys.add(node.key);
        }
        return keys;
    }
}
