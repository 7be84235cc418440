package com.example.eventrail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventBusTest {

    private final List<String> trail = new ArrayList<>();
    private final EventBus bus = new EventBus((event, subscription, problem) -> trail.add("failed " + event));

    private <E> Subscriber<E> note(String name) {
        return event -> trail.add(name + " " + event);
    }

    @Test
    void deliversByPriorityThenByAge() {
        bus.subscribe(String.class, Priority.LOW, note("low"));
        bus.subscribe(String.class, note("one"));
        bus.subscribe(String.class, note("two"));
        bus.subscribe(String.class, Priority.HIGH, note("high"));
        bus.publish("x");
        assertEquals(List.of("high x", "one x", "two x", "low x"), trail);
    }

    @Test
    void deliversToSubscribersOfSupertypes() {
        bus.subscribe(Number.class, note("number"));
        bus.subscribe(Comparable.class, note("comparable"));
        bus.subscribe(String.class, note("string"));
        bus.publish(7);
        assertEquals(List.of("number 7", "comparable 7"), trail);
    }

    @Test
    void publishedMeanwhileComesAfterwards() {
        bus.subscribe(String.class, event -> {
            trail.add("first " + event);
            if (event.equals("a")) {
                bus.publish("b");
            }
        });
        bus.subscribe(String.class, note("second"));
        bus.publish("a");
        assertEquals(List.of("first a", "second a", "first b", "second b"), trail);
    }

    @Test
    void failureKeepsNobodyFromHearing() {
        bus.subscribe(String.class, event -> {
            throw new IllegalStateException();
        });
        bus.subscribe(String.class, note("other"));
        bus.publish("x");
        assertEquals(List.of("failed x", "other x"), trail);
    }

    @Test
    void cancelledSubscriberHearsNothing() {
        Subscription subscription = bus.subscribe(String.class, note("gone"));
        subscription.cancel();
        subscription.cancel();
        bus.publish("x");
        assertFalse(subscription.isActive());
        assertEquals(List.of(), trail);
        assertEquals(0, bus.subscribers());
    }

    @Test
    void unheardEventIsPublishedAsSuch() {
        bus.subscribe(UnheardEvent.class, note("unheard"));
        bus.publish("x");
        assertEquals(List.of("unheard UnheardEvent[event=x]"), trail);
    }

    @Test
    void unheardEventThatNobodyHearsIsTheEnd() {
        bus.publish("x");
        assertEquals(List.of(), trail);
    }

    @Test
    void refusesNothing() {
        assertThrows(NullPointerException.class, () -> bus.publish(null));
    }
}
