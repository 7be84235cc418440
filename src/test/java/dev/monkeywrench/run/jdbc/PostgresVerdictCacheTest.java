package dev.monkeywrench.run.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.monkeywrench.verification.VerdictCache;
import dev.monkeywrench.verification.VerdictCacheContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract of the verdict cache on PostgreSQL. */
class PostgresVerdictCacheTest extends VerdictCacheContract {

    private static EmbeddedPostgres server;
    private static HikariDataSource database;

    @BeforeAll
    static void open() throws IOException {
        server = EmbeddedPostgres.start();
        HikariConfig configuration = new HikariConfig();
        configuration.setDataSource(server.getPostgresDatabase());
        database = new HikariDataSource(configuration);
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
        server.close();
    }

    @Override
    protected VerdictCache cache(InstantSource clock, int mostEntries, Duration longestUnused) {
        return KeptVerdicts.emptied(database, clock, mostEntries, longestUnused);
    }
}
