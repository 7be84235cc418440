package com.example.eventrail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All registrations in the order in which they hear events. */
final class Registry {

    private final List<Registration<?>> registrations = new ArrayList<>();
    private long next;

    <E> Registration<E> add(Class<E> type, Priority priority, Subscriber<? super E> subscriber) {
        Registration<E> registration = new Registration<>(type, priority, next, subscriber, this);
        next++;
        int place = Collections.binarySearch(registrations, registration);
        registrations.add(-place - 1, registration);
        return registration;
    }

    void remove(Registration<?> registration) {
        registrations.remove(registration);
    }

    List<Registration<?>> all() {
        return Collections.unmodifiableList(registrations);
    }

    int size() {
        return registrations.size();
    }
}
