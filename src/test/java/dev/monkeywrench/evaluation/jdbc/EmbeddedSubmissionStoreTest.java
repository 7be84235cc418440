package dev.monkeywrench.evaluation.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on H2, in a file, as the service uses it. */
class EmbeddedSubmissionStoreTest extends SubmissionStoreContract {

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
    DataSource database() {
        return database;
    }
}
