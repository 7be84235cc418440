package com.example.eventrail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final EventBus bus = new EventBus();

    @Test
    void keepsTheLatest() {
        EventLog log = new EventLog(2);
        log.attachTo(bus);
        bus.publish("a");
        bus.publish("b");
        bus.publish("c");
        assertEquals(List.of("b", "c"), log.events());
    }

    @Test
    void hearsBeforeOthers() {
        EventLog log = new EventLog(5);
        bus.subscribe(String.class, Priority.HIGH, event -> assertEquals(List.of(event), log.events()));
        log.attachTo(bus);
        bus.publish("a");
    }

    @Test
    void stopsWhenDetached() {
        EventLog log = new EventLog(2);
        Subscription subscription = log.attachTo(bus);
        bus.publish("a");
        subscription.cancel();
        bus.publish("b");
        assertEquals(List.of("a"), log.events());
    }

    @Test
    void refusesToKeepNothing() {
        assertThrows(IllegalArgumentException.class, () -> new EventLog(0));
    }
}
