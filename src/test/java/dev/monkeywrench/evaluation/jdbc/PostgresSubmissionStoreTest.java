package dev.monkeywrench.evaluation.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on PostgreSQL. */
class PostgresSubmissionStoreTest extends SubmissionStoreContract {

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
    DataSource database() {
        return database;
    }
}
