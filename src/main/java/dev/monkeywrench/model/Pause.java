package dev.monkeywrench.model;

import java.time.Duration;

/** Lets time go by; a test lets it fly. */
@FunctionalInterface
interface Pause {

    void forSome(Duration time) throws InterruptedException;
}
