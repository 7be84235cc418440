package dev.monkeywrench.run;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Makes run ids. Thread-safe when its generator is. */
final class RunIds {

    private static final long RANDOM_LIMIT = 1L << 48;

    private final InstantSource clock;
    private final RandomGenerator random;

    RunIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    RunId next() {
        return new RunId(hex(clock.millis()) + hex(random.nextLong(RANDOM_LIMIT)));
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(12 - digits.length()) + digits;
    }
}
