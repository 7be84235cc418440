package com.example.eventrail;

/** Hears events. */
@FunctionalInterface
public interface Subscriber<E> {

    void on(E event) throws Exception;
}
