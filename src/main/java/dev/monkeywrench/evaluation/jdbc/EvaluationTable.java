package dev.monkeywrench.evaluation.jdbc;

import dev.monkeywrench.evaluation.Estimate;
import dev.monkeywrench.evaluation.Evaluation;
import dev.monkeywrench.evaluation.EvaluationEnd;
import dev.monkeywrench.evaluation.EvaluationEvent;
import dev.monkeywrench.evaluation.EvaluationEventType;
import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.NewEvaluation;
import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.run.Packed;
import dev.monkeywrench.run.RunStore;
import dev.monkeywrench.run.Times;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the rows of evaluations and of their events; each call belongs to the transaction of its caller. */
final class EvaluationTable {

    private final JdbcClient database;
    private final EvaluationRows rows = new EvaluationRows();

    EvaluationTable(JdbcClient database) {
        this.database = database;
    }

    void insert(NewEvaluation kept, Optional<RunStore.IdempotencyKey> key) {
        Evaluation evaluation = kept.evaluation();
        database.sql("INSERT INTO evaluations (id, name, kind, suite, digest, idempotency_key, body_digest, state,"
                        + " cancel_requested, exhausted, parallel, seed, stop_after, created_at, budget, counts, cost,"
                        + " charged, last_event, plan, problems, estimate)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE, FALSE, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)")
                .param(evaluation.id().value())
                .param(evaluation.name())
                .param(evaluation.kind().name())
                .param(evaluation.suite())
                .param(evaluation.digest())
                .param(key.map(RunStore.IdempotencyKey::key).orElse(null))
                .param(key.map(RunStore.IdempotencyKey::bodyDigest).orElse(null))
                .param(evaluation.state().name())
                .param(evaluation.parallel())
                .param(evaluation.seed())
                .param(evaluation.stopAfter())
                .param(Times.stored(evaluation.createdAt()))
                .param(StoredEvaluation.write(evaluation.budget()))
                .param(StoredEvaluation.write(evaluation.counts()))
                .param(StoredEvaluation.write(evaluation.cost()))
                .param(StoredEvaluation.write(evaluation.charged()))
                .param(Packed.pack(evaluation.plan()))
                .param(StoredEvaluation.write(kept.problems()))
                .param(kept.estimate().map(StoredEvaluation::write).orElse(null))
                .update();
    }

    Optional<Evaluation> find(EvaluationId id) {
        return select(id, "");
    }

    /** Holds the row to the end of the transaction: whoever changes an evaluation or appends an event does so first. */
    Optional<Evaluation> locked(EvaluationId id) {
        return select(id, " FOR UPDATE");
    }

    List<FieldProblem> problems(EvaluationId id) {
        return text(id, "problems")
                .map(stored -> List.of(StoredEvaluation.read(stored, FieldProblem[].class)))
                .orElse(List.of());
    }

    Optional<Estimate> estimate(EvaluationId id) {
        return text(id, "estimate").map(stored -> StoredEvaluation.read(stored, Estimate.class));
    }

    private Optional<String> text(EvaluationId id, String column) {
        return database.sql("SELECT " + column + " FROM evaluations WHERE id = ? AND " + column + " IS NOT NULL")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    private Optional<Evaluation> select(EvaluationId id, String clause) {
        return database.sql("SELECT " + EvaluationRows.COLUMNS + " FROM evaluations WHERE id = ?" + clause)
                .param(id.value())
                .query(rows)
                .optional();
    }

    void update(Evaluation evaluation) {
        database.sql(
                        "UPDATE evaluations SET state = ?, cancel_requested = ?, exhausted = ?, end_reason = ?,"
                                + " budget = ?, parallel = ?, started_at = ?, ended_at = ?, counts = ?, cost = ?, charged = ? WHERE id = ?")
                .param(evaluation.state().name())
                .param(evaluation.cancelRequested())
                .param(evaluation.exhausted())
                .param(evaluation.endReason().map(EvaluationEnd::name).orElse(null))
                .param(StoredEvaluation.write(evaluation.budget()))
                .param(evaluation.parallel())
                .param(stored(evaluation.startedAt()))
                .param(stored(evaluation.endedAt()))
                .param(StoredEvaluation.write(evaluation.counts()))
                .param(StoredEvaluation.write(evaluation.cost()))
                .param(StoredEvaluation.write(evaluation.charged()))
                .param(evaluation.id().value())
                .update();
    }

    private static @Nullable OffsetDateTime stored(Optional<Instant> time) {
        return time.map(Times::stored).orElse(null);
    }

    /** Numbers events without a gap: whoever appends holds the lock of the evaluation's row. */
    void append(EvaluationId id, EvaluationEventType type, String data) {
        database.sql("UPDATE evaluations SET last_event = last_event + 1 WHERE id = ?")
                .param(id.value())
                .update();
        database.sql("INSERT INTO evaluation_events (evaluation_id, sequence, type, data)"
                        + " SELECT id, last_event, CAST(? AS VARCHAR(20)), CAST(? AS VARCHAR(4000))"
                        + " FROM evaluations WHERE id = ?")
                .params(type.word(), data, id.value())
                .update();
    }

    List<EvaluationEvent> events(EvaluationId id, long after, int limit) {
        return database.sql("SELECT sequence, type, data FROM evaluation_events"
                        + " WHERE evaluation_id = ? AND sequence > ? ORDER BY sequence FETCH FIRST ? ROWS ONLY")
                .params(id.value(), after, limit)
                .query((row, number) -> new EvaluationEvent(
                        row.getLong("sequence"),
                        EvaluationEventType.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                        row.getString("data")))
                .list();
    }
}
