package dev.monkeywrench.evaluation.jdbc;

import dev.monkeywrench.run.jdbc.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on H2, in a file, as the service uses it. */
class EmbeddedEvaluationLimitsTest extends EvaluationLimitsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.embedded();

    @Override
    DataSource database() {
        return DATABASE.source();
    }
}
