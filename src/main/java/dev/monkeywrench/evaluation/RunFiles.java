package dev.monkeywrench.evaluation;

/**
 * What one run of the tests was made of and left behind.
 *
 * @param evalScript that ran the tests
 * @param testOutput what they printed, hostile; empty where none is kept
 * @param seconds it took
 */
public record RunFiles(String evalScript, String testOutput, double seconds) {

    public RunFiles {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("A run takes no time less than none");
        }
    }
}
