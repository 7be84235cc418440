package dev.monkeywrench.evaluation.jdbc;

import dev.monkeywrench.evaluation.Charged;
import dev.monkeywrench.evaluation.Evaluation;
import dev.monkeywrench.evaluation.EvaluationCounts;
import dev.monkeywrench.evaluation.EvaluationEnd;
import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.EvaluationKind;
import dev.monkeywrench.evaluation.EvaluationState;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.ledger.Totals;
import dev.monkeywrench.run.Packed;
import dev.monkeywrench.run.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** Reads an evaluation out of its row. */
final class EvaluationRows implements RowMapper<Evaluation> {

    static final String COLUMNS = "id, name, kind, suite, digest, state, cancel_requested, exhausted, end_reason, plan,"
            + " budget, parallel, seed, stop_after, created_at, started_at, ended_at, counts, cost, charged";

    @Override
    public Evaluation mapRow(ResultSet row, int number) throws SQLException {
        return new Evaluation(
                new EvaluationId(row.getString("id")),
                row.getString("name"),
                EvaluationKind.valueOf(row.getString("kind")),
                row.getString("suite"),
                row.getString("digest"),
                EvaluationState.valueOf(row.getString("state")),
                row.getBoolean("cancel_requested"),
                row.getBoolean("exhausted"),
                Optional.ofNullable(row.getString("end_reason")).map(EvaluationEnd::valueOf),
                Packed.unpack(row.getString("plan")),
                StoredEvaluation.read(row.getString("budget"), Budget.class),
                row.getInt("parallel"),
                row.getLong("seed"),
                row.getInt("stop_after"),
                Times.read(row, "created_at"),
                Times.readOptional(row, "started_at"),
                Times.readOptional(row, "ended_at"),
                StoredEvaluation.read(row.getString("counts"), EvaluationCounts.class),
                StoredEvaluation.read(row.getString("cost"), Totals.class),
                StoredEvaluation.read(row.getString("charged"), Charged.class));
    }
}
