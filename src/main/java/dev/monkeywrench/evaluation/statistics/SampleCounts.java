package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.instance.InstanceId;

/**
 * How many samples of an instance were drawn, and how many of them were resolved.
 *
 * <p>The two cases are two types because they must not be mixed: where drawing stopped after a success, when to stop hung
 * on the outcome, and resolved / samples is biased upwards.
 */
public sealed interface SampleCounts {

    InstanceId instance();

    /** Drawn, duplicates and malformed ones included. */
    int samples();

    int resolved();

    /** The number of samples was settled before the first was drawn. */
    record FixedN(InstanceId instance, int samples, int resolved) implements SampleCounts {

        public FixedN {
            check(instance, samples, resolved);
        }
    }

    /** Drawing ended on an outcome, a budget or a cancellation. */
    record StoppedEarly(InstanceId instance, int samples, int resolved) implements SampleCounts {

        public StoppedEarly {
            check(instance, samples, resolved);
        }
    }

    private static void check(InstanceId instance, int samples, int resolved) {
        if (samples < 1 || resolved < 0 || resolved > samples) {
            throw new IllegalArgumentException(
                    "%s: %d resolved of %d samples is impossible; count at least one sample and at most all of them resolved"
                            .formatted(instance, resolved, samples));
        }
    }
}
