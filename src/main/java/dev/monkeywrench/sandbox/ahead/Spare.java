package dev.monkeywrench.sandbox.ahead;

import dev.monkeywrench.sandbox.Limits;

/** What the machine has left for a sandbox that nobody has asked for yet. */
@FunctionalInterface
public interface Spare {

    /** Whether one may be opened now without taking anything from those at work. */
    boolean hasRoomFor(Limits limits);
}
