package dev.monkeywrench.sampling.mutation.location;

import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.context.LineCoverage;
import dev.monkeywrench.context.StackFrame;
import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.SyntaxTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How suspicious each line of one file is. */
public final class LineSuspicion {

    private static final double OUTSIDE_FUNCTIONS = 0.3;
    private static final double NOT_EXECUTED = 0.02;
    private static final double LEAST_OF_EXECUTED = 0.1;
    private static final double CONTRAST = 2;
    private static final double OF_WORD = 0.4;
    private static final int MOST_WORDS = 6;

    private final Clues clues;
    private final boolean isCovered;
    private final Map<Integer, Double> coverage = new HashMap<>();
    private final Map<Integer, Double> frames = new HashMap<>();

    LineSuspicion(Suspects.Suspect suspect, FaultEvidence evidence, Clues clues) {
        this.clues = clues;
        List<LineCoverage> covered = evidence.coverage().stream()
                .filter(line -> line.path().equals(suspect.path()))
                .toList();
        this.isCovered = covered.stream().anyMatch(line -> line.failing() > 0);
        covered.forEach(line -> coverage.put(line.line(), ochiai(line, evidence.failingTests())));
        for (StackFrame frame : evidence.frames()) {
            if (frame.path().equals(suspect.path())) {
                frames.merge(frame.line(), 1 / (1 + 0.3 * frame.depth()), Math::max);
            }
        }
    }

    /** The share of failing runs that a line explains: 1 where all failing tests and no passing one executed it. */
    static double ochiai(LineCoverage line, int failingTests) {
        double executed = (double) line.failing() + line.passing();
        double failing = Math.max(failingTests, line.failing());
        return executed == 0 || failing == 0 ? 0 : line.failing() / Math.sqrt(failing * executed);
    }

    /** The score of every line of a tree, by its number; relative to other lines and files. */
    public double[] scores(SyntaxTree tree) {
        double[] scores = new double[tree.lines().count() + 1];
        java.util.Arrays.fill(scores, OUTSIDE_FUNCTIONS);
        for (Node node : tree.nodes()) {
            if (node.is(Role.FUNCTION)) {
                function(tree, node, scores);
            }
        }
        for (int line = 1; line <= tree.lines().count(); line++) {
            scores[line] *= (1 + 5 * frames.getOrDefault(line, 0d)) * executed(line) * worded(tree, line);
        }
        return scores;
    }

    private void function(SyntaxTree tree, Node function, double[] scores) {
        int first = tree.line(function);
        int last = tree.line(Math.max(function.start(), function.end() - 1));
        double named = function.part("name")
                .map(name -> clues.in(tree.text(name)).isEmpty() ? 1 : 2.5)
                .orElse(1d);
        double framed = 1;
        for (int line = first; line <= last; line++) {
            framed = Math.max(framed, 1 + 2 * frames.getOrDefault(line, 0d));
        }
        for (int line = first; line <= last; line++) {
            // an inner function's lines are set again when it is met: its own name and frames count for them
            scores[line] = named * framed;
        }
    }

    /** A line that uses the words of the problem statement. */
    private double worded(SyntaxTree tree, int line) {
        int words = clues.in(tree.lineText(line)).size();
        return Math.exp(OF_WORD * Math.min(words, MOST_WORDS));
    }

    private double executed(int line) {
        if (!isCovered) {
            return 1;
        }
        double share = coverage.getOrDefault(line, 0d);
        return share == 0 ? NOT_EXECUTED : LEAST_OF_EXECUTED + Math.pow(share, CONTRAST);
    }
}
