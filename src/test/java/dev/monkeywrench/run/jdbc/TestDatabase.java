package dev.monkeywrench.run.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** An empty database for the tests of one class, which is gone after them. Registered as a static extension. */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    /** Where the database is opened. */
    private interface Opening {

        /** Tells how to connect; what is to be closed or deleted later is left with {@code closing}. */
        void open(HikariConfig configuration, Deque<AutoCloseable> closing) throws IOException;
    }

    private final Opening opening;
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private @Nullable HikariDataSource source;

    private TestDatabase(Opening opening) {
        this.opening = opening;
    }

    /** H2, in a file, as the service uses it. */
    public static TestDatabase embedded() {
        return new TestDatabase((configuration, closing) -> {
            Path folder = Files.createTempDirectory("mw-database-");
            closing.push(() -> FileSystemUtils.deleteRecursively(folder));
            configuration.setJdbcUrl("jdbc:h2:async:" + folder.resolve("data")
                    + ";MODE=PostgreSQL;WRITE_DELAY=0;CACHE_SIZE=65536;DB_CLOSE_ON_EXIT=FALSE");
            configuration.setUsername("sa");
        });
    }

    /** A PostgreSQL server of its own. */
    public static TestDatabase postgres() {
        return new TestDatabase((configuration, closing) -> {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            closing.push(server);
            configuration.setDataSource(server.getPostgresDatabase());
        });
    }

    public DataSource source() {
        return Objects.requireNonNull(source, "The database opens before all tests of a class");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        HikariConfig configuration = new HikariConfig();
        opening.open(configuration, closing);
        HikariDataSource opened = new HikariDataSource(configuration);
        closing.push(opened);
        source = opened;
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        while (!closing.isEmpty()) {
            closing.pop().close();
        }
    }
}
