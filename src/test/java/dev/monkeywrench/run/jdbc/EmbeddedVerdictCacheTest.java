package dev.monkeywrench.run.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.monkeywrench.verification.VerdictCache;
import dev.monkeywrench.verification.VerdictCacheContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the verdict cache on H2, in a file, as the service uses it. */
class EmbeddedVerdictCacheTest extends VerdictCacheContract {

    private static HikariDataSource database;

    @BeforeAll
    static void open(@TempDir Path folder) {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(
                "jdbc:h2:async:" + folder.resolve("data") + ";MODE=PostgreSQL;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        configuration.setUsername("sa");
        database = new HikariDataSource(configuration);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected VerdictCache cache(InstantSource clock, int mostEntries, Duration longestUnused) {
        return KeptVerdicts.emptied(database, clock, mostEntries, longestUnused);
    }
}
