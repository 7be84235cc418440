package com.example.eventrail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the latest events, for people who look for the cause of something. */
public final class EventLog {

    private final int capacity;
    private final Deque<Object> events = new ArrayDeque<>();

    public EventLog(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a log keeps at least 1 event, not " + capacity);
        }
        this.capacity = capacity;
    }

    /** Listens to everything from now on, before anybody else. */
    public Subscription attachTo(EventBus bus) {
        return bus.subscribe(Object.class, Priority.FIRST, this::add);
    }

    private void add(Object event) {
        if (events.size() == capacity) {
            events.removeFirst();
        }
        events.addLast(event);
    }

    /** The latest events, the oldest of them first. */
    public List<Object> events() {
        return List.copyOf(events);
    }
}
