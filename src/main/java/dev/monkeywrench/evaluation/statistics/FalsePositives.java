package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.instance.InstanceId;
import java.util.List;

/**
 * How many samples that pass the tests one could see fail the tests that were held out: wrong, though passing. Where no tests
 * are held out there is no estimate, and "passing" stays a statement about the tests that were run.
 *
 * @param passing samples that passed and were judged by the held-out tests too
 * @param wrong of those
 * @param interval of the share, over instances
 */
public record FalsePositives(int passing, int wrong, Interval interval) {

    /** The passing samples of one instance, and how many of them the held-out tests refused. */
    public record Held(InstanceId instance, int passing, int wrong) {

        public Held {
            if (wrong < 0 || wrong > passing) {
                throw new IllegalArgumentException(
                        "%s: %d wrong of %d passing samples is impossible".formatted(instance, wrong, passing));
            }
        }
    }

    /**
     * Estimates the share of wrong ones.
     *
     * @throws IllegalArgumentException when nothing passed
     */
    public static FalsePositives of(List<Held> instances, Bootstrap bootstrap) {
        List<Held> passing =
                instances.stream().filter(held -> held.passing() > 0).toList();
        if (passing.isEmpty()) {
            throw new IllegalArgumentException("No sample passed, so no passing sample can be wrong");
        }
        Interval interval = bootstrap
                .intervals(passing.size(), times -> new double[] {share(passing, times)})
                .getFirst();
        return new FalsePositives(
                passing.stream().mapToInt(Held::passing).sum(),
                passing.stream().mapToInt(Held::wrong).sum(),
                interval);
    }

    public double share() {
        return wrong / (double) passing;
    }

    private static double share(List<Held> instances, int[] times) {
        double passing = 0;
        double wrong = 0;
        for (int i = 0; i < times.length; i++) {
            passing += times[i] * (double) instances.get(i).passing();
            wrong += times[i] * (double) instances.get(i).wrong();
        }
        return wrong / passing;
    }
}
