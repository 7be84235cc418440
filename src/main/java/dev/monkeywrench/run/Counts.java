package dev.monkeywrench.run;

/**
 * How many samples of which kind a run has.
 *
 * @param samples all of them
 * @param drafted those that hold a patch, repeated ones included
 * @param distinct those whose patch no earlier sample holds
 * @param passed distinct ones whose verdict that is; so are the rest but the last
 * @param retries steps that the infrastructure failed and that were tried again; no sample counts among them
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
        int inconclusive,
        int retries) {

    public static Counts none() {
        return new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    Counts withRetries(int number) {
        return new Counts(
                samples,
                drafted,
                distinct,
                malformed,
                empty,
                duplicate,
                passed,
                failed,
                notApplied,
                timedOut,
                tampered,
                inconclusive,
                number);
    }

    /** How many distinct candidates have a verdict. */
    public int judged() {
        return passed + failed + notApplied + timedOut + tampered + inconclusive;
    }
}
