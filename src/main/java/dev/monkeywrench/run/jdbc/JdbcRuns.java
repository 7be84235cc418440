package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.run.RunQueue;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.RunStore;
import dev.monkeywrench.verification.VerdictCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs kept in tables. */
public final class JdbcRuns {

    private final Tables tables;

    /**
     * @param patches reads a normalised diff back
     */
    public JdbcRuns(JdbcTemplate template, PlatformTransactionManager manager, Function<String, Patch> patches) {
        tables = Tables.of(template, manager, patches);
    }

    /**
     * The store.
     *
     * @param mostQueued runs that may wait at once
     */
    public RunStore store(RunQueue queue, InstantSource clock, long mostQueued) {
        return new JdbcRunStore(tables, queue, clock, mostQueued);
    }

    /**
     * The verdicts that are kept for later runs.
     *
     * @param mostEntries kept at once
     * @param longestUnused after which an entry is not used again
     */
    public VerdictCache verdictCache(InstantSource clock, int mostEntries, Duration longestUnused) {
        return new JdbcVerdictCache(tables, clock, mostEntries, longestUnused);
    }

    public RunRecords records() {
        return new JdbcRunRecords(tables);
    }
}
