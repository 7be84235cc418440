package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.Counts;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunProblem;
import dev.monkeywrench.run.RunState;
import dev.monkeywrench.run.Times;
import dev.monkeywrench.run.stored.StoredJson;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.search.StopReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** Reads a run out of its row. */
final class RunRows implements RowMapper<Run> {

    static final String COLUMNS = "id, instance_id, state, cancel_requested, seed, created_at, started_at, ended_at,"
            + " stop_reason, sandbox, counts, problem";

    private final StoredJson json;

    RunRows(StoredJson json) {
        this.json = json;
    }

    @Override
    public Run mapRow(ResultSet row, int number) throws SQLException {
        return new Run(
                new RunId(row.getString("id")),
                new InstanceId(row.getString("instance_id")),
                RunState.valueOf(row.getString("state")),
                row.getBoolean("cancel_requested"),
                row.getLong("seed"),
                Times.read(row, "created_at"),
                Times.readOptional(row, "started_at"),
                Times.readOptional(row, "ended_at"),
                Optional.ofNullable(row.getString("stop_reason")).map(StopReason::valueOf),
                Optional.ofNullable(row.getString("sandbox")).map(SandboxKind::valueOf),
                json.read(row.getString("counts"), Counts.class),
                Optional.ofNullable(row.getString("problem")).map(stored -> json.read(stored, RunProblem.class)));
    }
}
