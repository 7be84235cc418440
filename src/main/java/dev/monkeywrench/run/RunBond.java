package dev.monkeywrench.run;

/** What is written with a new run in one transaction, or not at all: whoever keeps the run's id somewhere else, too. */
@FunctionalInterface
public interface RunBond {

    /** For runs that stand alone. */
    RunBond NONE = run -> {};

    /**
     * Writes it, in the caller's transaction and thread.
     *
     * @throws RuntimeException when the run must not begin: nothing is kept then
     */
    void write(RunId run);
}
