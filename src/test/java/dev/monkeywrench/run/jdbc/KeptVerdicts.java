package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.patch.PatchReader;
import dev.monkeywrench.patch.ReadPatch;
import dev.monkeywrench.verification.VerdictCache;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The cache in the tables of a database of tests. */
final class KeptVerdicts {

    private KeptVerdicts() {}

    static VerdictCache emptied(DataSource database, InstantSource clock, int mostEntries, Duration longestUnused) {
        Flyway.configure().dataSource(database).load().migrate();
        JdbcTemplate template = new JdbcTemplate(database);
        template.update("DELETE FROM kept_verdicts");
        return new JdbcRuns(
                        template,
                        new JdbcTransactionManager(database),
                        diff -> ((ReadPatch.Read) PatchReader.read(diff)).patch())
                .verdictCache(clock, mostEntries, longestUnused);
    }
}
