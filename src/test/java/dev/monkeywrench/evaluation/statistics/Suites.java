package dev.monkeywrench.evaluation.statistics;

import dev.monkeywrench.evaluation.statistics.SampleCounts.FixedN;
import dev.monkeywrench.instance.InstanceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.random.RandomDataGenerator;

/** Suites made up for tests. */
final class Suites {

    private Suites() {}

    static InstanceId id(int number) {
        return new InstanceId("made__up-" + number);
    }

    /** So many resolved of the same number of samples each. */
    static FixedCounts of(int samples, int... resolved) {
        return new FixedCounts(IntStream.range(0, resolved.length)
                .mapToObj(i -> new FixedN(id(i), samples, resolved[i]))
                .toList());
    }

    /** One character a sample, {@code +} for resolved. */
    static List<SampleSequence> sequences(String... samples) {
        return IntStream.range(0, samples.length)
                .mapToObj(i -> new SampleSequence(
                        id(i),
                        samples[i].chars().mapToObj(sample -> sample == '+').toList()))
                .toList();
    }

    /** Success probabilities of instances from a Beta. */
    static double[] probabilities(double a, double b, int instances, long seed) {
        RandomDataGenerator random = new RandomDataGenerator(seed);
        BetaDistribution beta = new BetaDistribution(a, b);
        return IntStream.range(0, instances)
                .mapToDouble(i -> beta.inverseCumulativeProbability(random.nextUniform(0, 1)))
                .toArray();
    }

    static List<SampleSequence> drawn(double[] probabilities, int samples, long seed) {
        RandomDataGenerator random = new RandomDataGenerator(seed);
        List<SampleSequence> sequences = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            double p = probabilities[i];
            sequences.add(new SampleSequence(
                    id(i),
                    IntStream.range(0, samples)
                            .mapToObj(sample -> random.nextDouble() < p)
                            .toList()));
        }
        return sequences;
    }

    static FixedCounts counts(List<SampleSequence> sequences) {
        return new FixedCounts(sequences.stream().map(SampleSequence::counts).toList());
    }

    /** Coverage of instances of known probabilities. */
    static double coverage(double[] probabilities, int k) {
        return Arrays.stream(probabilities)
                .map(p -> 1 - Math.pow(1 - p, k))
                .average()
                .orElseThrow();
    }
}
