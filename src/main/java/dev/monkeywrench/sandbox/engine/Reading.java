package dev.monkeywrench.sandbox.engine;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * What a sandbox has used since it was opened.
 *
 * @param cpu of all its processes
 * @param memoryKills how often the kernel killed one for the memory limit
 */
public record Reading(Duration cpu, long memoryKills) {

    public static final Reading NONE = new Reading(Duration.ZERO, 0);

    static Reading ofMicros(long micros, long memoryKills) {
        return new Reading(Duration.of(micros, ChronoUnit.MICROS), memoryKills);
    }

    Reading since(Reading before) {
        Duration spent = cpu.minus(before.cpu);
        return new Reading(spent.isNegative() ? Duration.ZERO : spent, memoryKills - before.memoryKills);
    }
}
