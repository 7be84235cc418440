package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.run.Counts;
import dev.monkeywrench.run.Ending;
import dev.monkeywrench.run.EventData;
import dev.monkeywrench.run.EventType;
import dev.monkeywrench.run.Lease;
import dev.monkeywrench.run.NewRun;
import dev.monkeywrench.run.Packed;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunBond;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunQueue;
import dev.monkeywrench.run.RunState;
import dev.monkeywrench.run.RunStore;
import dev.monkeywrench.run.Times;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.solver.Journal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The store over tables. */
final class JdbcRunStore implements RunStore {

    static final Duration KEYS_KEPT = Duration.ofHours(24);

    private final Tables tables;
    private final JdbcClient database;
    private final RunRows rows;
    private final RunQueue queue;
    private final InstantSource clock;
    private final long mostQueued;

    JdbcRunStore(Tables tables, RunQueue queue, InstantSource clock, long mostQueued) {
        this.tables = tables;
        this.database = tables.database();
        this.rows = new RunRows(tables.json());
        this.queue = queue;
        this.clock = clock;
        this.mostQueued = mostQueued;
    }

    @Override
    public Admitted admit(NewRun run, Optional<IdempotencyKey> key, RunBond bond) {
        try {
            Admitted admitted = tables.transactions().write(() -> keep(run, key, bond));
            queue.wake();
            return admitted;
        } catch (DuplicateKeyException e) {
            // Somebody used the key between our look and our insert; all we did is rolled back.
            return key.flatMap(used -> used(used.key(), clock.instant().minus(KEYS_KEPT)))
                    .<Admitted>map(Admitted.KeyUsed::new)
                    .orElseThrow(() -> e);
        }
    }

    private Admitted keep(NewRun kept, Optional<IdempotencyKey> key, RunBond bond) {
        long queued = database.sql("SELECT COUNT(*) FROM runs WHERE state = 'QUEUED'")
                .query(Long.class)
                .single();
        if (queued >= mostQueued) {
            return new Admitted.QueueFull(queued);
        }
        Run run = kept.run();
        key.ifPresent(used -> insert(used, run));
        insert(kept);
        tables.events().append(run.id(), EventType.STATE, EventData.state(RunState.QUEUED, Counts.none()));
        queue.add(run.id());
        bond.write(run.id());
        return new Admitted.Kept();
    }

    private void insert(IdempotencyKey key, Run run) {
        database.sql("DELETE FROM idempotency_keys WHERE idempotency_key = ? AND created_at < ?")
                .params(key.key(), Times.stored(run.createdAt().minus(KEYS_KEPT)))
                .update();
        database.sql("INSERT INTO idempotency_keys (idempotency_key, body_digest, run_id, created_at)"
                        + " VALUES (?, ?, ?, ?)")
                .params(key.key(), key.bodyDigest(), run.id().value(), Times.stored(run.createdAt()))
                .update();
    }

    private void insert(NewRun kept) {
        Run run = kept.run();
        database.sql("INSERT INTO runs (id, instance_id, state, cancel_requested, epoch, seed, created_at, counts,"
                        + " last_event, source, instance, plan) VALUES (?, ?, ?, FALSE, 0, ?, ?, ?, 0, ?, ?, ?)")
                .params(
                        run.id().value(),
                        run.instanceId().value(),
                        RunState.QUEUED.name(),
                        run.seed(),
                        Times.stored(run.createdAt()),
                        tables.json().write(run.counts()),
                        Packed.pack(kept.source()),
                        Packed.pack(kept.instance()),
                        Packed.pack(kept.plan()))
                .update();
    }

    @Override
    public Optional<KeyUse> used(String key, Instant since) {
        return tables.transactions()
                .read(() -> database.sql("SELECT run_id, body_digest FROM idempotency_keys"
                                + " WHERE idempotency_key = ? AND created_at >= ?")
                        .params(key, Times.stored(since))
                        .query((row, number) ->
                                new KeyUse(new RunId(row.getString("run_id")), row.getString("body_digest")))
                        .optional());
    }

    @Override
    public Optional<Lease> lease(RunId run, SandboxKind sandbox) {
        return tables.transactions().write(() -> {
            int begun = database.sql("UPDATE runs SET epoch = epoch + 1, sandbox = ?,"
                            + " started_at = COALESCE(started_at, ?) WHERE id = ? AND state IN ('QUEUED', 'RUNNING')")
                    .params(sandbox.name(), Times.stored(clock.instant()), run.value())
                    .update();
            if (begun == 0) {
                return Optional.<Lease>empty();
            }
            boolean first = database.sql("UPDATE runs SET state = 'RUNNING' WHERE id = ? AND state = 'QUEUED'")
                            .param(run.value())
                            .update()
                    == 1;
            Lease lease = leased(run);
            if (first) {
                tables.events()
                        .append(
                                run,
                                EventType.STATE,
                                EventData.state(RunState.RUNNING, lease.run().counts()));
            }
            return Optional.of(lease);
        });
    }

    private Lease leased(RunId run) {
        return database.sql("SELECT " + RunRows.COLUMNS + ", epoch, instance, plan FROM runs WHERE id = ?")
                .param(run.value())
                .query((row, number) -> new Lease(
                        rows.mapRow(row, number),
                        row.getLong("epoch"),
                        Packed.unpack(row.getString("instance")),
                        Packed.unpack(row.getString("plan"))))
                .single();
    }

    @Override
    public Journal journal(Lease lease) {
        return new JdbcJournal(tables, lease);
    }

    @Override
    public void tell(Lease lease, EventType type, Counts counts, String data) {
        tables.transactions().write(() -> {
            tables.fence().pass(lease);
            database.sql("UPDATE runs SET counts = ? WHERE id = ?")
                    .params(tables.json().write(counts), lease.run().id().value())
                    .update();
            tables.events().append(lease.run().id(), type, data);
        });
    }

    @Override
    public void end(Lease lease, Ending ending) {
        tables.transactions().write(() -> {
            tables.fence().pass(lease);
            end(lease.run().id(), ending);
        });
    }

    private void end(RunId run, Ending ending) {
        database.sql("UPDATE runs SET state = ?, ended_at = ?, stop_reason = ?, problem = ?, counts = ?, ranking = ?,"
                        + " last_sample = ? WHERE id = ?")
                .param(ending.state().name())
                .param(Times.stored(clock.instant()))
                .param(ending.reason().map(Enum::name).orElse(null))
                .param(ending.problem().map(tables.json()::write).orElse(null))
                .param(tables.json().write(ending.counts()))
                .param(ending.state() == RunState.COMPLETED ? tables.json().write(ending.passing()) : null)
                .param(
                        ending.lastSampleIndex().isPresent()
                                ? ending.lastSampleIndex().getAsInt()
                                : null)
                .param(run.value())
                .update();
        tables.events().append(run, EventType.STATE, EventData.state(ending.state(), ending.counts()));
    }

    @Override
    public Optional<Run> cancel(RunId run) {
        return tables.transactions().write(() -> {
            Optional<Run> found = locked(run);
            found.map(Run::state).ifPresent(state -> cancel(run, state));
            return found.isEmpty() ? found : locked(run);
        });
    }

    private void cancel(RunId run, RunState state) {
        switch (state) {
            case QUEUED -> end(run, Ending.cancelled(Counts.none()));
            case RUNNING ->
                database.sql("UPDATE runs SET cancel_requested = TRUE WHERE id = ?")
                        .param(run.value())
                        .update();
            case COMPLETED, CANCELLED, FAILED -> {}
        }
    }

    private Optional<Run> locked(RunId run) {
        return database.sql("SELECT " + RunRows.COLUMNS + " FROM runs WHERE id = ? FOR UPDATE")
                .param(run.value())
                .query(rows)
                .optional();
    }

    @Override
    public List<RunId> cancelRequested(Collection<RunId> runs) {
        if (runs.isEmpty()) {
            return List.of();
        }
        return tables.transactions()
                .read(() -> database.sql("SELECT id FROM runs WHERE id IN (:ids) AND cancel_requested = TRUE")
                        .param("ids", runs.stream().map(RunId::value).toList())
                        .query((row, number) -> new RunId(row.getString("id")))
                        .list());
    }

    @Override
    public void forgetKeys(Instant before) {
        tables.transactions()
                .write(() -> database.sql("DELETE FROM idempotency_keys WHERE created_at < ?")
                        .param(Times.stored(before))
                        .update());
    }
}
