package com.example.expirymap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.example.expirymap.RecencyList.Node;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecencyListTest {

    private final RecencyList<String, Integer> list = new RecencyList<>();
    private final Node<String, Integer> a = node("a");
    private final Node<String, Integer> b = node("b");
    private final Node<String, Integer> c = node("c");

    private static Node<String, Integer> node(String key) {
        return new Node<>(key, 1, Instant.MAX);
    }

    private void addAll() {
        list.addFirst(a);
        list.addFirst(b);
        list.addFirst(c);
    }

    @Test
    void latestComesFirst() {
        addAll();
        assertEquals(List.of("c", "b", "a"), list.keys());
        assertEquals("a", list.oldest().key);
    }

    @Test
    void movesFromTheMiddle() {
        addAll();
        list.moveToFront(b);
        assertEquals(List.of("b", "c", "a"), list.keys());
    }

    @Test
    void movesFromTheEnd() {
        addAll();
        list.moveToFront(a);
        assertEquals(List.of("a", "c", "b"), list.keys());
        assertEquals("b", list.oldest().key);
    }

    @Test
    void movingTheFirstChangesNothing() {
        addAll();
        list.moveToFront(c);
        assertEquals(List.of("c", "b", "a"), list.keys());
    }

    @Test
    void unlinksTheOnlyOne() {
        list.addFirst(a);
        list.unlink(a);
        assertEquals(List.of(), list.keys());
        assertNull(list.oldest());
    }

    @Test
    void unlinksTheOldest() {
        addAll();
        list.unlink(a);
        assertEquals("b", list.oldest().key);
    }
}
