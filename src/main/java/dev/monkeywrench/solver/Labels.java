package dev.monkeywrench.solver;

import dev.monkeywrench.patch.PatchDigest;

/** What the ledger calls the steps of a run. */
final class Labels {

    private static final String VERIFICATION = "verify-";

    private Labels() {}

    static String verification(PatchDigest digest) {
        return VERIFICATION + digest.value();
    }
}
