package dev.monkeywrench.evaluation.jdbc;

import dev.monkeywrench.run.jdbc.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on PostgreSQL. */
class PostgresEvaluationLimitsTest extends EvaluationLimitsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres();

    @Override
    DataSource database() {
        return DATABASE.source();
    }
}
