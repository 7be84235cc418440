package dev.monkeywrench.run;

/**
 * How many samples of which kind a run has.
 *
 * @param samples all of them
 * @param drafted those that hold a patch, repeated ones included
 * @param distinct those whose patch no earlier sample holds
 * @param passed distinct ones whose verdict that is; so are the rest
 */
public record Counts(
        int samples,
        int drafted,
        int distinct,
        int malformed,
        int empty,
        int duplicate,
        int passed,
        int failed,
        int notApplied,
        int timedOut,
        int tampered,
        int inconclusive) {

    public static Counts none() {
        return new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** How many distinct candidates have a verdict. */
    public int judged() {
        return passed + failed + notApplied + timedOut + tampered + inconclusive;
    }
}
