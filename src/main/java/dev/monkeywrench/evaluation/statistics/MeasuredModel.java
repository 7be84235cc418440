package dev.monkeywrench.evaluation.statistics;

import java.util.OptionalInt;

/**
 * A model as a planner sees it.
 *
 * @param success fitted to what it resolved on a suite like the one planned for
 * @param dollarsPerSample drawing and verifying, on average
 */
public record MeasuredModel(String name, SuccessDistribution success, double dollarsPerSample) {

    /** Beyond this many samples of an instance nothing is planned. */
    public static final int MOST_SAMPLES = 10_000;

    public MeasuredModel {
        if (!(dollarsPerSample > 0 && dollarsPerSample < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + ": a sample costs more than nothing; count the time of the machine at least");
        }
    }

    /** The fewest samples that are expected to cover a share; empty where 10,000 do not. */
    public OptionalInt samplesFor(double coverage) {
        int low = 0;
        int high = MOST_SAMPLES;
        if (success.coverage(high) < coverage) {
            return OptionalInt.empty();
        }
        while (low < high) {
            int middle = (low + high) / 2;
            if (success.coverage(middle) < coverage) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return OptionalInt.of(low);
    }
}
