package dev.monkeywrench.run;

import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.search.StopReason;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One instance's durable life.
 *
 * @param cancelRequested whether somebody asked for its end; it may still be running
 * @param sandbox the engine of its latest life
 */
public record Run(
        RunId id,
        InstanceId instanceId,
        RunState state,
        boolean cancelRequested,
        long seed,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<StopReason> stopReason,
        Optional<SandboxKind> sandbox,
        Counts counts,
        Optional<RunProblem> problem) {

    /** A run that waits for its first life. */
    public static Run queued(RunId id, InstanceId instance, long seed, Instant createdAt) {
        return new Run(
                id,
                instance,
                RunState.QUEUED,
                false,
                seed,
                createdAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Counts.none(),
                Optional.empty());
    }

    /** The engine's name in lower case. */
    public Optional<String> engine() {
        return sandbox.map(kind -> kind.name().toLowerCase(Locale.ROOT));
    }
}
