package dev.monkeywrench.evaluation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.evaluation.Prediction;
import dev.monkeywrench.evaluation.SubmittedRun;
import dev.monkeywrench.evaluation.SuitePart;
import dev.monkeywrench.evaluation.submission.SubmissionStore;
import dev.monkeywrench.evaluation.submission.Submitted;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.RunId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What a store of submitted predictions promises, on whichever database. */
abstract class SubmissionStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00.123456Z");
    private static final SuitePart PART = new SuitePart("swe-bench_lite", "test");
    private static final AtomicInteger OWNERS = new AtomicInteger();

    private SubmissionStore store;
    private String owner;

    abstract DataSource database();

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        store = JdbcEvaluations.submissions(new JdbcTemplate(database()), new JdbcTransactionManager(database()));
        owner = "owner-" + OWNERS.incrementAndGet();
    }

    private SubmittedRun run(String name) {
        return new SubmittedRun(owner, PART, name);
    }

    private static Submitted submitted(String instance, String patch) {
        return new Submitted(
                new Prediction(new InstanceId(instance), "org/mod\u00e9l \0", patch),
                Optional.of(new RunId("0".repeat(24))),
                Optional.empty());
    }

    @Test
    void givesBackWhatItKeptWhateverThePatchHolds() {
        Submitted first = submitted("b__b-2", "+\0 \ud83d\ude00 é\n".repeat(2_000));
        Submitted second = new Submitted(
                new Prediction(new InstanceId("a__a-1"), "m", "no diff"), Optional.empty(), Optional.of("no diff \0"));
        assertThat(store.keep(run("r"), first, NOW)).isTrue();
        assertThat(store.keep(run("r"), second, NOW)).isTrue();
        assertThat(store.of(run("r"))).containsExactly(second, first);
        assertThat(store.holds(run("r"), new InstanceId("a__a-1"))).isTrue();
        assertThat(store.holds(run("s"), new InstanceId("a__a-1"))).isFalse();
    }

    @Test
    void keepsTheFirstPredictionOfAnInstance() {
        store.keep(run("r"), submitted("a__a-1", "first"), NOW);
        assertThat(store.keep(run("r"), submitted("a__a-1", "second"), NOW)).isFalse();
        assertThat(store.of(run("r"))).containsExactly(submitted("a__a-1", "first"));
    }

    @Test
    void listsAndForgetsRunsOfOneOwner() {
        store.keep(run("r 1"), submitted("a__a-1", "x"), NOW);
        store.keep(run("r 0"), submitted("a__a-1", "x"), NOW);
        assertThat(store.runs(owner, PART)).containsExactly("r 0", "r 1");
        assertThat(store.runs("another", PART)).isEmpty();
        assertThat(store.delete(run("r 1"))).hasSize(1);
        assertThat(store.delete(run("r 1"))).isEmpty();
        assertThat(store.runs(owner, PART)).containsExactly("r 0");
    }

    @Test
    void aKeyIsVerifiedByItsCodeAndForgottenAfterWrongOnes() {
        store.keepKey(owner, "code", NOW, 100);
        assertThat(store.key(owner)).contains(false);
        assertThat(store.verifyKey(owner, "wrong", 2)).isFalse();
        assertThat(store.verifyKey(owner, "code", 2)).isTrue();
        assertThat(store.key(owner)).contains(true);
        assertThat(store.verifyKey(owner, "wrong", 2)).isFalse();
        assertThat(store.key(owner)).contains(true);

        String guessed = owner + "-guessed";
        store.keepKey(guessed, "code", NOW, 100);
        store.verifyKey(guessed, "wrong", 2);
        store.verifyKey(guessed, "wrong", 2);
        assertThat(store.verifyKey(guessed, "code", 2)).isFalse();
        assertThat(store.key(guessed)).isEmpty();
    }

    @Test
    void theOldestUnverifiedKeysGo() {
        store.keepKey(owner + "-1", "code", NOW, 2);
        store.keepKey(owner + "-2", "code", NOW.plusSeconds(1), 2);
        store.keepKey(owner + "-3", "code", NOW.plusSeconds(2), 2);
        assertThat(store.key(owner + "-1")).isEmpty();
        assertThat(store.key(owner + "-3")).contains(false);
    }
}
