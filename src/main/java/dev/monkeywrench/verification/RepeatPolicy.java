package dev.monkeywrench.verification;

import java.time.Duration;

/**
 * How often tests are run again on one tree to tell a verdict from luck.
 *
 * @param baselineRuns of the unpatched tree, at most; 0: it runs once, and only where a verdict hangs on it
 * @param passRuns that a candidate must pass at least, whatever they cost
 * @param confirming how long its further runs may take together, until the pass is firm; without a limit it always is
 * @param mostRuns of one candidate whose verdict hangs on flaky tests
 * @param longest how long repeated runs of one tree may take together
 */
public record RepeatPolicy(int baselineRuns, int passRuns, Duration confirming, int mostRuns, Duration longest) {

    private static final int MOST = 500;

    public RepeatPolicy {
        if (baselineRuns < 0 || baselineRuns > MOST || passRuns < 1 || passRuns > mostRuns || mostRuns > MOST) {
            throw new IllegalArgumentException(
                    "Runs of one tree are at most " + MOST + ", of a candidate's at least 1, and a"
                            + " pass needs no more than the most that a candidate gets");
        }
    }

    /**
     * The same where nobody picks the luckiest of many: one run in a fresh sandbox counts, judged by the instance's lists,
     * as the official harness does.
     */
    public RepeatPolicy once(boolean wanted) {
        return wanted ? new RepeatPolicy(0, 1, Duration.ZERO, mostRuns, longest) : this;
    }

    /** Whether a pass counts that was seen once. */
    public boolean takesOnePass() {
        return passRuns == 1 && confirming.isZero();
    }

    /** Every tree is run once: luck is not told from skill, unless a run tells otherwise than an earlier one. */
    public static RepeatPolicy once() {
        return new RepeatPolicy(1, 1, Duration.ZERO, 40, Duration.ofMinutes(2));
    }
}
