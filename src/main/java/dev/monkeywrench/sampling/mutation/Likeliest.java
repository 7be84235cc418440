package dev.monkeywrench.sampling.mutation;

import dev.monkeywrench.sampling.mutation.template.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The best scored of many mutants, changes that come to the same taken once. Holds at most twice what it keeps. */
final class Likeliest {

    private final int most;
    private Map<List<Object>, Mutant> distinct = new LinkedHashMap<>();
    private long offered;

    Likeliest(int most) {
        this.most = most;
    }

    void offer(Mutant mutant) {
        offered++;
        distinct.merge(
                List.of(mutant.unit().path(), essence(mutant)),
                mutant,
                (known, other) -> known.score() >= other.score() ? known : other);
        if (distinct.size() > 2 * most) {
            prune();
        }
    }

    long offered() {
        return offered;
    }

    List<Mutant> kept() {
        prune();
        return List.copyOf(distinct.values());
    }

    private void prune() {
        List<Map.Entry<List<Object>, Mutant>> best = new ArrayList<>(distinct.entrySet());
        best.sort(Comparator.comparingDouble((Map.Entry<List<Object>, Mutant> entry) ->
                        entry.getValue().score())
                .reversed());
        Map<List<Object>, Mutant> pruned = new LinkedHashMap<>();
        best.stream().limit(most).forEach(entry -> pruned.put(entry.getKey(), entry.getValue()));
        distinct = pruned;
    }

    /** Equal for changes that come to the same, such as one of a part and one of the whole. */
    private static List<Change> essence(Mutant mutant) {
        String text = mutant.unit().tree().text();
        List<Change> shrunk = new ArrayList<>();
        for (Change change : mutant.changes()) {
            String old = text.substring(change.start(), change.end());
            String other = change.replacement();
            int most = Math.min(old.length(), other.length());
            int head = 0;
            while (head < most && old.charAt(head) == other.charAt(head)) {
                head++;
            }
            int tail = 0;
            while (tail < most - head
                    && old.charAt(old.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
                tail++;
            }
            shrunk.add(new Change(
                    change.start() + head, change.end() - tail, other.substring(head, other.length() - tail)));
        }
        return shrunk;
    }
}
