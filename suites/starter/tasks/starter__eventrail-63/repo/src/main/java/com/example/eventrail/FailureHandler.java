package com.example.eventrail;

/** Hears what subscribers throw. */
@FunctionalInterface
public interface FailureHandler {

    void failed(Object event, Subscription subscription, Exception problem);

    static FailureHandler ignoring() {
        return (event, subscription, problem) -> {};
    }
}
