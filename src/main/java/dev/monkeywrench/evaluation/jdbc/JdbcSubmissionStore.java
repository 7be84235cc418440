package dev.monkeywrench.evaluation.jdbc;

import dev.monkeywrench.evaluation.Prediction;
import dev.monkeywrench.evaluation.SubmittedRun;
import dev.monkeywrench.evaluation.SuitePart;
import dev.monkeywrench.evaluation.submission.SubmissionStore;
import dev.monkeywrench.evaluation.submission.Submitted;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.Packed;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was submitted, in tables. */
final class JdbcSubmissionStore implements SubmissionStore {

    private static final String OF_RUN = " FROM submissions WHERE owner = ? AND subset = ? AND split = ? AND name = ?";
    private static final int MOST_FAULT_CHARACTERS = 1_000;
    /** Plain ASCII, whatever a patch holds, so that both databases keep it. */
    private static final JsonMapper TEXTS =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JdbcClient database;
    private final TransactionTemplate transactions;

    JdbcSubmissionStore(JdbcTemplate template, PlatformTransactionManager manager) {
        this.database = JdbcClient.create(template);
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    private <T> T whole(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    @Override
    public boolean keep(SubmittedRun run, Submitted submitted, Instant now) {
        Prediction prediction = submitted.prediction();
        try {
            return whole(() -> database.sql("INSERT INTO submissions (owner, subset, split, name, instance_id, model,"
                                    + " patch, run_id, fault, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                            .param(run.owner())
                            .param(run.part().subset())
                            .param(run.part().split())
                            .param(run.name())
                            .param(prediction.instanceId().value())
                            .param(stored(prediction.model()))
                            .param(stored(prediction.patch()))
                            .param(submitted.run().map(RunId::value).orElse(null))
                            .param(submitted
                                    .fault()
                                    .map(fault ->
                                            stored(fault.substring(0, Math.min(fault.length(), MOST_FAULT_CHARACTERS))))
                                    .orElse(null))
                            .param(Times.stored(now))
                            .update()
                    == 1);
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private static String stored(String text) {
        return Packed.pack(TEXTS.writeValueAsString(text));
    }

    private static String read(String stored) {
        return TEXTS.readValue(Packed.unpack(stored), String.class);
    }

    @Override
    public boolean holds(SubmittedRun run, InstanceId instance) {
        return database.sql("SELECT COUNT(*)" + OF_RUN + " AND instance_id = ?")
                        .params(run.owner(), run.part().subset(), run.part().split(), run.name(), instance.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public List<Submitted> of(SubmittedRun run) {
        return database.sql("SELECT instance_id, model, patch, run_id, fault" + OF_RUN + " ORDER BY instance_id")
                .params(run.owner(), run.part().subset(), run.part().split(), run.name())
                .query((row, number) -> submitted(row))
                .list();
    }

    private static Submitted submitted(ResultSet row) throws SQLException {
        return new Submitted(
                new Prediction(
                        new InstanceId(row.getString("instance_id")),
                        read(row.getString("model")),
                        read(row.getString("patch"))),
                Optional.ofNullable(row.getString("run_id")).map(RunId::new),
                Optional.ofNullable(row.getString("fault")).map(JdbcSubmissionStore::read));
    }

    @Override
    public List<String> runs(String owner, SuitePart part) {
        return database.sql(
                        "SELECT DISTINCT name FROM submissions WHERE owner = ? AND subset = ? AND split = ? ORDER BY name")
                .params(owner, part.subset(), part.split())
                .query((row, number) -> row.getString("name"))
                .list();
    }

    @Override
    public List<Submitted> delete(SubmittedRun run) {
        return whole(() -> {
            List<Submitted> held = of(run);
            database.sql("DELETE" + OF_RUN)
                    .params(run.owner(), run.part().subset(), run.part().split(), run.name())
                    .update();
            return held;
        });
    }

    @Override
    public void keepKey(String digest, String codeDigest, Instant now, int mostUnverified) {
        transactions.executeWithoutResult(status -> {
            database.sql("INSERT INTO submission_keys (digest, code_digest, verified, wrong, created_at)"
                            + " VALUES (?, ?, FALSE, 0, ?)")
                    .params(digest, codeDigest, Times.stored(now))
                    .update();
            database.sql("DELETE FROM submission_keys WHERE verified = FALSE AND digest NOT IN (SELECT digest FROM"
                            + " submission_keys WHERE verified = FALSE ORDER BY created_at DESC, digest"
                            + " FETCH FIRST ? ROWS ONLY)")
                    .param(mostUnverified)
                    .update();
        });
    }

    @Override
    public boolean verifyKey(String digest, String codeDigest, int mostWrong) {
        return whole(() -> {
            boolean right = database.sql("UPDATE submission_keys SET verified = TRUE, wrong = 0"
                                    + " WHERE digest = ? AND code_digest = ? AND wrong < ?")
                            .params(digest, codeDigest, mostWrong)
                            .update()
                    == 1;
            if (!right) {
                database.sql("UPDATE submission_keys SET wrong = wrong + 1 WHERE digest = ? AND verified = FALSE")
                        .param(digest)
                        .update();
                database.sql("DELETE FROM submission_keys WHERE digest = ? AND verified = FALSE AND wrong >= ?")
                        .params(digest, mostWrong)
                        .update();
            }
            return right;
        });
    }

    @Override
    public Optional<Boolean> key(String digest) {
        return database.sql("SELECT verified FROM submission_keys WHERE digest = ?")
                .param(digest)
                .query(Boolean.class)
                .optional();
    }
}
