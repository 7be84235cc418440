package com.example.eventrail;

/** The tie between a subscriber and the bus. */
public interface Subscription {

    /** Ends it; doing so again changes nothing. */
    void cancel();

    boolean isActive();
}
