package dev.monkeywrench.search;

import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.Draw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Independent draws until enough passed or all are drawn (Large Language Monkeys, arXiv 2407.21787).
 *
 * <p>Which samples a run holds does not depend on timing: the arm and the seed of a sample follow from its index, an
 * index whose arm is exhausted yields none, and the stop rule looks at what was told, in order.
 */
public final class RepeatedSampling implements Strategy {

    private final StopRule stopRule;
    private final ArmPolicy armPolicy;
    private final Set<Arm> arms;
    private final long seed;
    private final Map<Arm, Integer> ordinals = new HashMap<>();
    private final Set<Arm> exhausted = new HashSet<>();
    private Optional<Draw> heldBack = Optional.empty();
    private int nextIndex;
    private int asked;
    private int told;
    private int barren;
    private int passed;

    public RepeatedSampling(List<Arm> arms, StopRule stopRule, long seed) {
        this.stopRule = stopRule;
        this.armPolicy = new WeightedArms(arms, seed);
        this.arms = Set.copyOf(arms);
        this.seed = seed;
    }

    @Override
    public Ask ask(int most) {
        Optional<StopReason> over = over();
        if (over.isPresent()) {
            return new Ask.Finished(over.get());
        }
        List<Draw> draws = exhausted.size() == arms.size() ? List.of() : collect(most);
        return draws.isEmpty() ? new Ask.Wait() : new Ask.Next(draws);
    }

    /** Consecutive draws of one arm, never more than could all become samples. */
    private List<Draw> collect(int most) {
        List<Draw> draws = new ArrayList<>();
        while (draws.size() < most && asked - barren < stopRule.samples()) {
            Draw draw = heldBack.orElseGet(this::nextDraw);
            if (!draws.isEmpty() && !draws.getFirst().arm().equals(draw.arm())) {
                heldBack = Optional.of(draw);
                return draws;
            }
            heldBack = Optional.empty();
            draws.add(draw);
            asked++;
        }
        return draws;
    }

    private Draw nextDraw() {
        Arm arm = armPolicy.armOf(nextIndex);
        while (exhausted.contains(arm)) {
            nextIndex++;
            arm = armPolicy.armOf(nextIndex);
        }
        int ordinal = ordinals.merge(arm, 1, Integer::sum) - 1;
        int index = nextIndex++;
        return new Draw(index, arm, ordinal, Seeds.mix(seed ^ arm.name().hashCode(), index));
    }

    @Override
    public Optional<StopReason> tell(Told news) {
        told++;
        switch (news) {
            case Told.Judged judged -> passed += judged.passed() && judged.distinct() ? 1 : 0;
            case Told.Unusable unusable -> {}
            case Told.ArmExhausted over -> {
                barren++;
                exhausted.add(over.arm());
                heldBack = heldBack.filter(draw -> !draw.arm().equals(over.arm()));
            }
        }
        return over();
    }

    private Optional<StopReason> over() {
        if (stopRule.enough(passed)) {
            return Optional.of(StopReason.ENOUGH_PASSED);
        }
        if (told - barren >= stopRule.samples()) {
            return Optional.of(StopReason.SAMPLES_DRAWN);
        }
        boolean nothingLeft = exhausted.size() == arms.size() && asked == told;
        return nothingLeft ? Optional.of(StopReason.ARMS_EXHAUSTED) : Optional.empty();
    }
}
