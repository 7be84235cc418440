package com.example.eventrail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RegistryTest {

    private final Registry registry = new Registry();

    @Test
    void keepsTheOrderOfHearing() {
        Registration<String> last = registry.add(String.class, Priority.LAST, event -> {});
        Registration<String> normal = registry.add(String.class, Priority.NORMAL, event -> {});
        Registration<String> later = registry.add(String.class, Priority.NORMAL, event -> {});
        Registration<String> first = registry.add(String.class, Priority.FIRST, event -> {});
        assertEquals(java.util.List.of(first, normal, later, last), registry.all());
    }

    @Test
    void forgetsCancelledOnes() {
        Registration<String> one = registry.add(String.class, Priority.LAST, event -> {});
        registry.add(String.class, Priority.FIRST, event -> {});
        one.cancel();
        assertEquals(1, registry.size());
    }

    @Test
    void describesRegistrations() {
        assertEquals("String HIGH #0", registry.add(String.class, Priority.HIGH, event -> {}).toString());
    }
}
