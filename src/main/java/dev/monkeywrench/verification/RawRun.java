package dev.monkeywrench.verification;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one run left behind, unread.
 *
 * @param log both streams of the tests, in order; markers of eval scripts still carry the key
 * @param cut whether the log was longer than what was kept
 * @param exitCode of the procedure
 * @param documents the report files
 * @param coverage which lines the tests ran, as a runner other than pytest wrote it where it was asked; else empty
 * @param keys that the run was made with
 * @param order that was asked for; empty for the natural one
 */
record RawRun(
        String log,
        boolean cut,
        OptionalInt exitCode,
        List<String> documents,
        Witness witness,
        String coverage,
        RunKeys keys,
        Optional<TestOrder> order) {

    RawRun {
        documents = List.copyOf(documents);
    }
}
