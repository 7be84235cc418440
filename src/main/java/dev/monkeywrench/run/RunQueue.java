package dev.monkeywrench.run;

/** Brings runs to a worker, each to one at a time, again when its worker died. Thread-safe. */
public interface RunQueue {

    /** Takes a run in, in the caller's transaction. */
    void add(RunId run);

    /** Says that a transaction which added a run has been committed. */
    void wake();
}
