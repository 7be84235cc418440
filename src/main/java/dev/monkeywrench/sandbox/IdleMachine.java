package dev.monkeywrench.sandbox;

import dev.monkeywrench.sandbox.ahead.Spare;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The machine as it was since it was last asked about: tests that compute leave no core idle, tests that wait do.
 * Thread-safe.
 */
final class IdleMachine implements Spare {

    /** Below this what opens a sandbox would take its processor time from tests. */
    private static final double IDLE_CORES = 0.7;

    /** Over a shorter time a load says nothing. */
    private static final Duration SHORTEST = Duration.ofMillis(200);

    private final Supplier<Room> room;
    private final DoubleSupplier load;
    private final InstantSource clock;
    private Instant asked = Instant.MIN;
    private double idle;

    /**
     * A machine that is told of from outside.
     *
     * @param load share of all cores that was busy since it was last asked for, 0 to 1; negative where that is unknown
     */
    IdleMachine(Supplier<Room> room, DoubleSupplier load, InstantSource clock) {
        this.room = room;
        this.load = load;
        this.clock = clock;
    }

    @Override
    public synchronized boolean hasRoomFor(Limits limits) {
        Instant now = clock.instant();
        if (asked.equals(Instant.MIN) || !now.isBefore(asked.plus(SHORTEST))) {
            double busy = load.getAsDouble();
            idle = busy < 0 ? 0 : 1 - busy;
            asked = now;
        }
        Room left = room.get();
        return idle * left.cores() >= IDLE_CORES && left.fits(1, limits.memoryBytes());
    }
}
