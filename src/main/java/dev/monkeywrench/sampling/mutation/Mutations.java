package dev.monkeywrench.sampling.mutation;

import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.sampling.Candidate;
import dev.monkeywrench.sampling.mutation.syntax.Language;
import dev.monkeywrench.sampling.mutation.syntax.SyntaxParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one sequence of distinct candidates of a run. Thread-safe. Only which mutants hold is remembered; a candidate's
 * patch is made again when it is asked for again.
 */
final class Mutations {

    private final List<Mutant> ordered;
    private final List<Integer> accepted = new ArrayList<>();
    private final Set<PatchDigest> known = new HashSet<>();
    private int next;

    Mutations(List<Mutant> ordered) {
        this.ordered = List.copyOf(ordered);
    }

    /** A candidate and where it came from. */
    record Found(Candidate candidate, String origin) {}

    /** The k-th candidate, from 0; empty when there are not so many. */
    synchronized Optional<Found> at(int k) throws InterruptedException {
        while (accepted.size() <= k) {
            if (next >= ordered.size()) {
                return Optional.empty();
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted while mutants were checked");
            }
            consider(next++);
        }
        Mutant mutant = ordered.get(accepted.get(k));
        return Optional.of(new Found(new Candidate(patch(mutant)), mutant.origin()));
    }

    private void consider(int index) {
        Mutant mutant = ordered.get(index);
        Patch patch = patch(mutant);
        if (!patch.isEmpty() && !known.contains(patch.digest()) && parses(mutant)) {
            known.add(patch.digest());
            accepted.add(index);
        }
    }

    private static Patch patch(Mutant mutant) {
        return Patches.between(mutant.unit().path(), mutant.unit().tree().text(), mutant.changedText());
    }

    /** A file that the grammar does not fully know tells nothing about its mutants. */
    private static boolean parses(Mutant mutant) {
        if (mutant.unit().tree().faulty()) {
            return true;
        }
        Language language = mutant.unit().tree().language();
        try (SyntaxParser parser = new SyntaxParser(language)) {
            return parser.accepts(mutant.changedPart());
        }
    }

    /** The first of the order, for people who want to know why. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder(ordered.size() + " mutants\n");
        ordered.stream()
                .limit(50)
                .forEach(mutant -> shown.append("%.2f ".formatted(mutant.score()))
                        .append(mutant.origin())
                        .append('\n'));
        return shown.toString();
    }
}
