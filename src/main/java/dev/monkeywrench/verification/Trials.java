package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import java.util.List;

/**
 * What the runs behind a verdict showed.
 *
 * @param runs of the candidate's tree whose reports were graded
 * @param baselineRuns of the unpatched tree that were compared
 * @param flaky the expected tests that ended in more than one way on one of the two trees
 * @param confidence the probability that the tests which the verdict hangs on go the way it says in more than half of
 *     all runs of this tree, by these runs alone: 0.75 after one run, 0.875 after two that agree
 * @param firm whether the rule closed the question: where it does, it is wrong in at most one of a hundred cases
 */
public record Trials(int runs, int baselineRuns, List<FlakyTest> flaky, double confidence, boolean firm) {

    public Trials {
        flaky = List.copyOf(flaky);
    }

    /**
     * A test that ended in more than one way.
     *
     * @param before how it ended on the unpatched tree; nothing where it always ended the same way there
     * @param after how it ended on the candidate's
     * @param flakeProbability that the next run on the candidate's tree ends it the rarer way
     */
    public record FlakyTest(TestId test, Tally before, Tally after, double flakeProbability) {}
}
