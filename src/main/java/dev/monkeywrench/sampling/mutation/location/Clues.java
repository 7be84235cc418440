package dev.monkeywrench.sampling.mutation.location;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.instance.ProblemStatement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words of the problem statement and of the failing tests' messages. */
final class Clues {

    private static final int MOST_CHARACTERS = 100_000;
    private static final double MOST_OF_A_WORD = 4;

    private final String statement;
    private final Map<String, Double> weights = new HashMap<>();

    Clues(ProblemStatement problem, FaultEvidence evidence) {
        this.statement = capped(problem.text());
        Words.each(statement, word -> weights.merge(word, 1d, Clues::sum));
        Words.each(capped(evidence.failures()), word -> weights.merge(word, 0.5, Clues::sum));
    }

    private static double sum(double one, double other) {
        return Math.min(MOST_OF_A_WORD, one + other);
    }

    private static String capped(String text) {
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }

    boolean mentions(String text) {
        return statement.contains(text);
    }

    double weight(String word) {
        return Math.log1p(weights.getOrDefault(word, 0d));
    }

    /** Which of the words a text holds. */
    Set<String> in(String text) {
        Set<String> found = new HashSet<>();
        if (!isEmpty()) {
            Words.each(text, word -> {
                if (weights.containsKey(word)) {
                    found.add(word);
                }
            });
        }
        return found;
    }
}
