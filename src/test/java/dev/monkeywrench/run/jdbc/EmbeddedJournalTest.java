package dev.monkeywrench.run.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on H2, in a file, as the service uses it. */
class EmbeddedJournalTest extends JournalContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.embedded();

    @Override
    DataSource database() {
        return DATABASE.source();
    }
}
