package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.evaluation.jdbc.JdbcEvaluations;
import dev.monkeywrench.evaluation.submission.SubmissionStore;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ApiKeysTest {

    /** One for all tests: they share a database. */
    private static final SplittableRandom RANDOM = new SplittableRandom(7);

    private final JdbcDataSource database = database();
    private final SubmissionStore store =
            JdbcEvaluations.submissions(new JdbcTemplate(database), new JdbcTransactionManager(database));

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:keys;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    private ApiKeys keys(KeyRule rule) {
        return new ApiKeys(store, rule, RANDOM, InstantSource.system());
    }

    @Test
    void whereKeysAreRequiredOnlyAVerifiedOneMayBeUsed() {
        ApiKeys keys = keys(KeyRule.REQUIRED);
        ApiKeys.Fresh fresh = keys.generate();
        assertThat(keys.owner("")).isEmpty();
        assertThat(keys.owner("mw_made_up")).isEmpty();
        assertThat(keys.owner(fresh.key())).isEmpty();
        assertThat(keys.verify(fresh.key(), "not the code")).isFalse();
        assertThat(keys.verify(fresh.key(), fresh.code())).isTrue();
        assertThat(keys.owner(fresh.key())).isPresent();
    }

    @Test
    void whereTheyAreNotAKeyTellsWhoseRunsAreWhose() {
        ApiKeys keys = keys(KeyRule.OPEN);
        assertThat(keys.owner("")).isPresent().isNotEqualTo(keys.owner("mine"));
        assertThat(keys.owner("mine")).isEqualTo(keys.owner("mine"));
    }

    @Test
    void neitherKeyNorCodeIsKept() {
        ApiKeys.Fresh fresh = keys(KeyRule.REQUIRED).generate();
        String rows = new JdbcTemplate(database)
                .queryForList("SELECT * FROM submission_keys")
                .toString();
        assertThat(rows)
                .containsIgnoringCase("code_digest")
                .doesNotContain(fresh.key())
                .doesNotContain(fresh.code());
    }
}
