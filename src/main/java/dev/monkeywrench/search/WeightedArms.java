package dev.monkeywrench.search;

import dev.monkeywrench.sampling.Arm;
import java.util.List;

/** Draws the arm of each sample at random by weight, from the seed and the sample index alone. */
final class WeightedArms implements ArmPolicy {

    private final List<Arm> arms;
    private final double totalWeight;
    private final long seed;

    WeightedArms(List<Arm> arms, long seed) {
        this.arms = List.copyOf(arms);
        this.totalWeight = arms.stream().mapToDouble(Arm::weight).sum();
        this.seed = seed;
    }

    @Override
    public Arm armOf(int sampleIndex) {
        double point = Seeds.unit(Seeds.mix(seed, sampleIndex)) * totalWeight;
        for (Arm arm : arms) {
            point -= arm.weight();
            if (point < 0) {
                return arm;
            }
        }
        return arms.getLast();
    }
}
