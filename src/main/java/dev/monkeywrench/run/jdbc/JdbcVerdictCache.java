package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.run.Times;
import dev.monkeywrench.verification.VerdictCache;
import dev.monkeywrench.verification.VerdictKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The verdict cache in a table. */
final class JdbcVerdictCache implements VerdictCache {

    private static final int MOST_TRIES = 20;

    private final Tables tables;
    private final JdbcClient database;
    private final InstantSource clock;
    private final int mostEntries;
    private final Duration longestUnused;
    private final Lock makingRoom = new ReentrantLock();

    JdbcVerdictCache(Tables tables, InstantSource clock, int mostEntries, Duration longestUnused) {
        this.tables = tables;
        this.database = tables.database();
        this.clock = clock;
        this.mostEntries = mostEntries;
        this.longestUnused = longestUnused;
    }

    @Override
    public Optional<Kept> find(VerdictKey key) {
        Instant now = clock.instant();
        return tables.transactions().write(() -> {
            int used = database.sql("UPDATE kept_verdicts SET used_at = ?"
                            + " WHERE digest = ? AND disputed = FALSE AND used_at >= ?")
                    .params(Times.stored(now), key.digest(), Times.stored(now.minus(longestUnused)))
                    .update();
            return used == 0 ? Optional.<Kept>empty() : Optional.of(read(key));
        });
    }

    private Kept read(VerdictKey key) {
        return database.sql("SELECT run_id, found_at, finding FROM kept_verdicts WHERE digest = ?")
                .param(key.digest())
                .query((row, number) -> new Kept(
                        row.getString("run_id"),
                        Times.read(row, "found_at"),
                        tables.json().read(row.getString("finding"), Finding.class)))
                .single();
    }

    @Override
    public void keep(VerdictKey key, Kept kept) {
        tables.transactions().write(this::forgetUnused);
        for (int tries = 1; !isKept(key, kept); tries++) {
            if (tries == MOST_TRIES) {
                return; // others keep and forget it all the time: one finding less harms nobody
            }
        }
        makeRoom();
    }

    /** False where another run kept it between our look and our insert: now there is something to compare with. */
    private boolean isKept(VerdictKey key, Kept kept) {
        try {
            tables.transactions().write(() -> keepOrDispute(key, kept));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private void forgetUnused() {
        database.sql("DELETE FROM kept_verdicts WHERE used_at < ?")
                .param(Times.stored(clock.instant().minus(longestUnused)))
                .update();
    }

    private void keepOrDispute(VerdictKey key, Kept kept) {
        Optional<Finding> there = database.sql("SELECT finding FROM kept_verdicts WHERE digest = ? FOR UPDATE")
                .param(key.digest())
                .query((row, number) -> tables.json().read(row.getString("finding"), Finding.class))
                .optional();
        if (there.isEmpty()) {
            insert(key, kept);
            return;
        }
        String change = there.get().agreesWith(kept.finding()) ? "used_at = ?" : "disputed = TRUE, used_at = ?";
        database.sql("UPDATE kept_verdicts SET " + change + " WHERE digest = ?")
                .params(Times.stored(clock.instant()), key.digest())
                .update();
    }

    private void insert(VerdictKey key, Kept kept) {
        database.sql("INSERT INTO kept_verdicts (digest, run_id, found_at, used_at, disputed, finding)"
                        + " VALUES (?, ?, ?, ?, FALSE, ?)")
                .params(
                        key.digest(),
                        kept.run(),
                        Times.stored(kept.at()),
                        Times.stored(clock.instant()),
                        tables.json().write(kept.finding()))
                .update();
    }

    /** One at a time: two that delete many rows each could wait for each other. */
    private void makeRoom() {
        if (!makingRoom.tryLock()) {
            return;
        }
        try {
            tables.transactions().write(this::forgetLeastUsed);
        } finally {
            makingRoom.unlock();
        }
    }

    private void forgetLeastUsed() {
        long entries = database.sql("SELECT COUNT(*) FROM kept_verdicts")
                .query(Long.class)
                .single();
        if (entries > mostEntries) {
            database.sql("DELETE FROM kept_verdicts WHERE digest IN (SELECT digest FROM kept_verdicts"
                            + " ORDER BY used_at, digest FETCH FIRST ? ROWS ONLY)")
                    .param(entries - mostEntries)
                    .update();
        }
    }
}
