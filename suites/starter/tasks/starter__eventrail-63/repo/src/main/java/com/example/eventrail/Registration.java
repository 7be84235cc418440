package com.example.eventrail;

/** A subscriber and what it wants to hear. */
final class Registration<E> implements Subscription, Comparable<Registration<?>> {

    private final Class<E> type;
    private final Priority priority;
    private final long number;
    private final Subscriber<? super E> subscriber;
    private final Registry registry;
    private boolean active = true;

    Registration(
            Class<E> type, Priority priority, long number, Subscriber<? super E> subscriber, Registry registry) {
        this.type = type;
        this.priority = priority;
        this.number = number;
        this.subscriber = subscriber;
        this.registry = registry;
    }

    boolean hears(Object event) {
        return type.isInstance(event);
    }

    void deliver(Object event) throws Exception {
        subscriber.on(type.cast(event));
    }

    @Override
    public void cancel() {
        if (active) {
            active = false;
            registry.remove(this);
        }
    }

    @Override
    public boolean isActive() {
        return active;
    }

    @Override
    public int compareTo(Registration<?> other) {
        int byPriority = priority.compareTo(other.priority);
        return byPriority != 0 ? byPriority : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return type.getSimpleName() + " " + priority + " #" + number;
    }
}
