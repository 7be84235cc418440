package dev.monkeywrench.junitrun;

/**
 * In which order a run came to its end.
 *
 * @param word natural, planned (whole, in the order of a plan), stopped (by a failure that decides) or late (the tests
 *     that come first took longer than they may)
 * @param firstSeconds how long the tests that come first took
 */
record Course(String word, double firstSeconds) {

    static final Course NATURAL = new Course("natural", 0);
}
