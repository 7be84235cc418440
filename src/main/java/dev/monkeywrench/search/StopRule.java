package dev.monkeywrench.search;

/**
 * When a search has what it wants.
 *
 * @param samples drawn at most
 * @param stopAfter this many distinct passing candidates are enough; 0: never
 */
public record StopRule(int samples, int stopAfter) {

    public StopRule {
        if (samples < 1 || stopAfter < 0) {
            throw new IllegalArgumentException("A stop rule allows at least 1 sample and no negative number of passes");
        }
    }

    boolean enough(int passed) {
        return stopAfter > 0 && passed >= stopAfter;
    }
}
