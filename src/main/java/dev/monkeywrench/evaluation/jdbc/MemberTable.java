package dev.monkeywrench.evaluation.jdbc;

import dev.monkeywrench.evaluation.Charged;
import dev.monkeywrench.evaluation.Evaluation;
import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.Landed;
import dev.monkeywrench.evaluation.Member;
import dev.monkeywrench.evaluation.MemberFilter;
import dev.monkeywrench.evaluation.MemberState;
import dev.monkeywrench.evaluation.NewMember;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.run.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the rows of members; each call belongs to the transaction of its caller. */
final class MemberTable {

    private static final int BATCH = 100;

    private final JdbcTemplate batches;
    private final JdbcClient database;
    private final MemberRows rows = new MemberRows();

    MemberTable(JdbcTemplate template, JdbcClient database) {
        this.batches = template;
        this.database = database;
    }

    void insert(EvaluationId evaluation, List<NewMember> members) {
        for (int from = 0; from < members.size(); from += BATCH) {
            List<Object[]> values = new ArrayList<>();
            for (int i = from; i < Math.min(from + BATCH, members.size()); i++) {
                NewMember member = members.get(i);
                values.add(new Object[] {
                    evaluation.value(), i, member.instanceId().value(), StoredEvaluation.write(member.content())
                });
            }
            batches.batchUpdate(
                    "INSERT INTO evaluation_members (evaluation_id, ordinal, instance_id, state, attempts, retryable,"
                            + " content) VALUES (?, ?, ?, 'WAITING', 0, FALSE, ?)",
                    values);
        }
    }

    Optional<String> content(EvaluationId evaluation, int ordinal) {
        return database.sql("SELECT content FROM evaluation_members WHERE evaluation_id = ? AND ordinal = ?")
                .params(evaluation.value(), ordinal)
                .query(String.class)
                .optional();
    }

    /** Those that never began come before those that are tried again: of a budget they make the most. */
    Optional<Member> firstWaiting(EvaluationId evaluation) {
        return firstWaiting(evaluation, " AND attempts = 0").or(() -> firstWaiting(evaluation, ""));
    }

    private Optional<Member> firstWaiting(EvaluationId evaluation, String which) {
        return database.sql(MemberRows.SELECT + " WHERE evaluation_id = ? AND state = 'WAITING'" + which
                        + " ORDER BY ordinal FETCH FIRST 1 ROWS ONLY")
                .param(evaluation.value())
                .query(rows)
                .optional();
    }

    List<Member> running(EvaluationId evaluation) {
        return database.sql(MemberRows.SELECT + " WHERE evaluation_id = ? AND state = 'RUNNING' ORDER BY ordinal")
                .param(evaluation.value())
                .query(rows)
                .list();
    }

    Optional<Member> runningAs(RunId run) {
        return database.sql(MemberRows.SELECT + " WHERE run_id = ? AND state = 'RUNNING'")
                .param(run.value())
                .query(rows)
                .optional();
    }

    List<Member> list(EvaluationId evaluation, MemberFilter filter) {
        StringBuilder sql = new StringBuilder(MemberRows.SELECT + " WHERE evaluation_id = ? AND ordinal > ?");
        List<Object> values = new ArrayList<>(List.of(evaluation.value(), filter.after()));
        filter.outcome().ifPresent(outcome -> {
            sql.append(" AND outcome = ?");
            values.add(outcome.name());
        });
        filter.state().ifPresent(state -> {
            sql.append(" AND state = ?");
            values.add(state.name());
        });
        sql.append(" ORDER BY ordinal FETCH FIRST ? ROWS ONLY");
        values.add(filter.limit() + 1);
        return database.sql(sql.toString()).params(values).query(rows).list();
    }

    /** What members that run may still spend. */
    Charged reserved(EvaluationId evaluation) {
        return database
                .sql("SELECT cap FROM evaluation_members"
                        + " WHERE evaluation_id = ? AND state = 'RUNNING' AND cap IS NOT NULL")
                .param(evaluation.value())
                .query(String.class)
                .list()
                .stream()
                .map(stored -> Charged.whole(StoredEvaluation.readCap(stored)))
                .reduce(Charged.NOTHING, Charged::plus);
    }

    /** Whether the member waited for just this attempt. */
    boolean begin(Member member, RunId run, Budget cap) {
        return database.sql(
                                "UPDATE evaluation_members SET state = 'RUNNING', attempts = attempts + 1, run_id = ?,"
                                        + " cap = ? WHERE evaluation_id = ? AND ordinal = ? AND state = 'WAITING' AND attempts = ?")
                        .param(run.value())
                        .param(StoredEvaluation.writeCap(cap).orElse(null))
                        .param(member.evaluation().value())
                        .param(member.ordinal())
                        .param(member.attempts())
                        .update()
                == 1;
    }

    /** Whether the attempt had not landed before. One that never had a run was still waiting. */
    boolean land(Member member, Landed landed) {
        return database.sql("UPDATE evaluation_members SET state = 'ENDED', attempts = ?, outcome = ?, retryable = ?,"
                                + " landed = ? WHERE evaluation_id = ? AND ordinal = ? AND state = ? AND attempts = ?")
                        .param(landed.attempt())
                        .param(landed.outcome().name())
                        .param(landed.retryable())
                        .param(StoredEvaluation.write(landed))
                        .param(member.evaluation().value())
                        .param(member.ordinal())
                        .param(member.state().name())
                        .param(member.attempts())
                        .update()
                == 1;
    }

    /** How many wait again. */
    int retry(EvaluationId evaluation) {
        return database.sql("UPDATE evaluation_members SET state = 'WAITING'"
                        + " WHERE evaluation_id = ? AND state = 'ENDED' AND retryable = TRUE")
                .param(evaluation.value())
                .update();
    }

    /** Ordinals of members that the budget of the whole cut short, found a page at a time. */
    List<Integer> cutShort(Evaluation evaluation, Budget own) {
        List<Integer> cut = new ArrayList<>();
        int after = -1;
        List<Member> page;
        do {
            page = list(
                    evaluation.id(),
                    new MemberFilter(Optional.empty(), Optional.of(MemberState.ENDED), after, BATCH - 1));
            for (Member member : page) {
                after = member.ordinal();
                if (evaluation.leftUndone(member, own)) {
                    cut.add(after);
                }
            }
        } while (page.size() == BATCH);
        return cut;
    }

    void waitAgain(EvaluationId evaluation, List<Integer> ordinals) {
        batches.batchUpdate(
                "UPDATE evaluation_members SET state = 'WAITING'"
                        + " WHERE evaluation_id = ? AND ordinal = ? AND state = 'ENDED'",
                ordinals.stream()
                        .map(ordinal -> new Object[] {evaluation.value(), ordinal})
                        .toList());
    }
}
