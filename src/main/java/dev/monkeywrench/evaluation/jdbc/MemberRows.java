package dev.monkeywrench.evaluation.jdbc;

import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.Landed;
import dev.monkeywrench.evaluation.Member;
import dev.monkeywrench.evaluation.MemberState;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** Reads a member out of its row, without its content. */
final class MemberRows implements RowMapper<Member> {

    static final String SELECT = "SELECT evaluation_id, ordinal, instance_id, state, attempts, run_id, cap, landed"
            + " FROM evaluation_members";

    @Override
    public Member mapRow(ResultSet row, int number) throws SQLException {
        return new Member(
                new EvaluationId(row.getString("evaluation_id")),
                row.getInt("ordinal"),
                new InstanceId(row.getString("instance_id")),
                MemberState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("run_id")).map(RunId::new),
                StoredEvaluation.readCap(row.getString("cap")),
                Optional.ofNullable(row.getString("landed"))
                        .map(stored -> StoredEvaluation.read(stored, Landed.class)));
    }
}
