package dev.monkeywrench.sampling.mutation;

import dev.monkeywrench.sampling.mutation.template.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Puts mutants in the order in which they are drawn: by score, shaken by chance (which draws without replacement in
 * proportion to the weights), and with less for a line and a template the more of theirs came before.
 */
final class Ordering {

    private static final double OF_LINE = 0.3;
    private static final double OF_TEMPLATE = 0.35;
    private static final int PAIRED = 120;

    private final long seed;
    private final MutationLimits limits;

    Ordering(long seed, MutationLimits limits) {
        this.seed = seed;
        this.limits = limits;
    }

    /** The single changes in their order, then pairs of the likeliest. */
    List<Mutant> ordered(List<Mutant> mutants) {
        List<Mutant> shaken = mutants.stream()
                .map(mutant -> mutant.scored(mutant.score() + limits.temperature() * noise(mutant)))
                .sorted(likeliestFirst())
                .toList();
        List<Mutant> spread = spread(shaken);
        List<Mutant> ordered = new ArrayList<>(spread);
        ordered.addAll(pairs(spread));
        return ordered;
    }

    private static Comparator<Mutant> likeliestFirst() {
        return Comparator.comparingDouble(Mutant::score)
                .reversed()
                .thenComparing(mutant -> mutant.unit().path())
                .thenComparing(mutant -> mutant.changes().toString());
    }

    /** Gumbel noise, a function of the seed and the mutant alone. */
    private double noise(Mutant mutant) {
        long place = mutant.unit().path().value().hashCode();
        for (Change change : mutant.changes()) {
            place = place * 31 + change.start();
            place = place * 31 + change.end();
            place = place * 31 + change.replacement().hashCode();
        }
        double uniform = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ place).nextDouble();
        return -Math.log(-Math.log(Math.max(uniform, 1e-12)));
    }

    private static List<Mutant> spread(List<Mutant> shaken) {
        Map<List<Object>, Integer> ofLine = new HashMap<>();
        Map<List<Object>, Integer> ofTemplate = new HashMap<>();
        List<Mutant> spread = new ArrayList<>();
        for (Mutant mutant : shaken) {
            List<Object> line = List.of(mutant.unit().path(), mutant.line());
            int before = ofLine.merge(line, 1, Integer::sum) - 1;
            int alike = ofTemplate.merge(List.of(line, mutant.template()), 1, Integer::sum) - 1;
            double less = OF_LINE * Math.log1p(before / 4d) + OF_TEMPLATE * Math.log1p(alike);
            spread.add(mutant.scored(mutant.score() - less));
        }
        spread.sort(likeliestFirst());
        return spread;
    }

    private List<Mutant> pairs(List<Mutant> spread) {
        List<Mutant> best = spread.subList(0, Math.min(PAIRED, spread.size()));
        List<Mutant> pairs = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            for (int j = i + 1; j < best.size(); j++) {
                Mutant one = best.get(i);
                Mutant other = best.get(j);
                if (one.unit().path().equals(other.unit().path()) && !one.overlaps(other)) {
                    pairs.add(pair(one, other));
                }
            }
        }
        pairs.sort(likeliestFirst());
        return pairs.subList(0, Math.min(limits.pairs(), pairs.size()));
    }

    private static Mutant pair(Mutant one, Mutant other) {
        List<Change> changes = new ArrayList<>(one.changes());
        changes.addAll(other.changes());
        return new Mutant(
                one.unit(),
                List.copyOf(changes),
                one.template() + " and " + other.template(),
                Math.min(one.line(), other.line()),
                one.score() + other.score());
    }
}
