package dev.monkeywrench.evaluation.statistics;

import java.util.List;
import java.util.stream.IntStream;

/** Numbers of samples spaced evenly on a log axis, as the points of a coverage curve are. */
public final class SampleGrid {

    private SampleGrid() {}

    /**
     * From 1 to {@code most}, both of them in it, rounded and each once.
     *
     * @param points at most so many
     */
    public static List<Integer> logSpaced(int most, int points) {
        if (most < 1 || points < 2) {
            throw new IllegalArgumentException(
                    "No grid of " + points + " points up to " + most + "; ask for 2 or more");
        }
        double step = Math.log(most) / (points - 1);
        return IntStream.range(0, points)
                .map(i -> (int) Math.round(Math.exp(step * i)))
                .map(k -> Math.min(k, most))
                .distinct()
                .boxed()
                .toList();
    }
}
