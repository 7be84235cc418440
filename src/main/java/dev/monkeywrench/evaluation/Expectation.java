package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Expects of every instance what an earlier attempt took: one at the same instance where there is one, else any. Totals
 * are drawn again and again, each from experiences that are themselves drawn again, so that few of them give a wide range.
 */
final class Expectation {

    private static final int RESAMPLES = 200;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final List<Experience> all;
    private final Map<InstanceId, List<Experience>> byInstance = new HashMap<>();
    private final EvaluationDraft.Read draft;

    /**
     * @param all not empty
     */
    Expectation(List<Experience> all, EvaluationDraft.Read draft) {
        this.all = List.copyOf(all);
        this.draft = draft;
        all.forEach(each -> byInstance
                .computeIfAbsent(each.instance(), id -> new ArrayList<>())
                .add(each));
    }

    Estimate estimate(String from) {
        int atOnce = Math.min(draft.parallel(), draft.members().size());
        return new Estimate(
                range(each -> OptionalDouble.of(each.seconds() / atOnce)),
                range(Experience::dollars),
                range(Experience::tokens),
                from);
    }

    private Optional<Estimate.Range> range(Function<Experience, OptionalDouble> value) {
        if (all.stream().anyMatch(each -> value.apply(each).isEmpty())) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(draft.seed());
        double[] totals = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            totals[i] = total(value, random);
        }
        Arrays.sort(totals);
        return Optional.of(new Estimate.Range(
                totals[(int) Math.round(LOW * (RESAMPLES - 1))], totals[(int) Math.round(HIGH * (RESAMPLES - 1))]));
    }

    private double total(Function<Experience, OptionalDouble> value, SplittableRandom random) {
        double[] basis = new double[all.size()];
        for (int i = 0; i < basis.length; i++) {
            basis[i] = value.apply(all.get(random.nextInt(all.size()))).orElseThrow();
        }
        double total = 0;
        for (NewMember member : draft.members()) {
            List<Experience> own = byInstance.getOrDefault(member.instanceId(), List.of());
            total += own.isEmpty()
                    ? basis[random.nextInt(basis.length)]
                    : value.apply(own.get(random.nextInt(own.size()))).orElseThrow();
        }
        return total;
    }
}
