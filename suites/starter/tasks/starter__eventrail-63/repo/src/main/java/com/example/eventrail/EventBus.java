package com.example.eventrail;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;

/** Delivers events to subscribers. Not safe for several threads. */
public final class EventBus {

    private final Registry registry = new Registry();
    private final Queue<Object> waiting = new ArrayDeque<>();
    private final FailureHandler failures;
    private boolean delivering;

    public EventBus() {
        this(FailureHandler.ignoring());
    }

    public EventBus(FailureHandler failures) {
        this.failures = Objects.requireNonNull(failures);
    }

    public <E> Subscription subscribe(Class<E> type, Subscriber<? super E> subscriber) {
        return subscribe(type, Priority.NORMAL, subscriber);
    }

    public <E> Subscription subscribe(Class<E> type, Priority priority, Subscriber<? super E> subscriber) {
        return registry.add(type, priority, Objects.requireNonNull(subscriber));
    }

    /** Hears the next event of a type and no more. */
    public <E> Subscription subscribeOnce(Class<E> type, Subscriber<? super E> subscriber) {
        Subscription[] own = new Subscription[1];
        own[0] = subscribe(type, event -> {
            own[0].cancel();
            subscriber.on(event);
        });
        return own[0];
    }

    /** Delivers an event now, or after those that are under way. */
    public void publish(Object event) {
        waiting.add(Objects.requireNonNull(event));
        if (delivering) {
            return;
        }
        delivering = true;
        try {
            while (!waiting.isEmpty()) {
                deliver(waiting.remove());
            }
        } finally {
            delivering = false;
        }
    }

    public int subscribers() {
        return registry.size();
    }

    private void deliver(Object event) {
        boolean heard = false;
        for (Registration<?> registration : registry.all()) {
            if (registration.hears(event)) {
                heard = true;
                deliver(event, registration);
            }
        }
        if (!heard && !(event instanceof UnheardEvent)) {
            waiting.add(new UnheardEvent(event));
        }
    }

    private void deliver(Object event, Registration<?> registration) {
        try {
            registration.deliver(event);
        } catch (Exception problem) {
            failures.failed(event, registration, problem);
        }
    }
}
