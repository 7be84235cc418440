package dev.monkeywrench.verification;

import dev.monkeywrench.patch.Patch;

/** Judges candidates of one instance. Thread-safe: each verdict has a sandbox of its own. */
public interface InstanceVerifier {

    /**
     * Applies, restores the tests, runs, grades.
     *
     * @param label what the ledger calls it, as in {@code verify-3f2a…}
     */
    Verification verify(Patch patch, String label) throws InterruptedException;
}
