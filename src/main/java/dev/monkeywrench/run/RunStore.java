package dev.monkeywrench.run;

import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.solver.Journal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps runs and what they do. Each call is one transaction. Thread-safe; interruption does not cut a call short. */
public interface RunStore {

    /**
     * Keeps a run and queues it, unless its key was used before or the queue is full.
     *
     * @param bond written in the same transaction, if the run is kept
     */
    Admitted admit(NewRun run, Optional<IdempotencyKey> key, RunBond bond);

    /** What a key was used for within its time. */
    Optional<KeyUse> used(String key, Instant since);

    /** Begins a life of a run; empty when it has ended. */
    Optional<Lease> lease(RunId run, SandboxKind sandbox);

    /** The journal of a life; throws {@link LeaseLost} once it is over. */
    Journal journal(Lease lease);

    /** Tells an event and keeps the counts. */
    void tell(Lease lease, EventType type, Counts counts, String data);

    void end(Lease lease, Ending ending);

    /** Ends a queued run and asks for the end of a running one; empty when there is none of that id. */
    Optional<Run> cancel(RunId run);

    /** Those whose end somebody asked for. */
    List<RunId> cancelRequested(Collection<RunId> runs);

    /** Forgets keys used before a time. */
    void forgetKeys(Instant before);

    /** What came of {@link #admit}. */
    sealed interface Admitted {

        record Kept() implements Admitted {}

        /** The key was used before. */
        record KeyUsed(KeyUse use) implements Admitted {}

        record QueueFull(long queued) implements Admitted {}
    }

    /**
     * A client's name for a request it may repeat.
     *
     * @param bodyDigest SHA-256 of the body in hexadecimal digits
     */
    record IdempotencyKey(String key, String bodyDigest) {}

    /** What a key was used for. */
    record KeyUse(RunId run, String bodyDigest) {}
}
