package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.ledger.Charge;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.Times;
import dev.monkeywrench.run.stored.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Charges, each under the step it belongs to. Whoever adds holds the lock of the run's row. */
final class EntryLog {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final StoredJson json;

    EntryLog(JdbcClient database, JdbcTemplate batches, StoredJson json) {
        this.database = database;
        this.batches = batches;
        this.json = json;
    }

    /** Adds charges to a step, after those it has. */
    void add(RunId run, String step, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        int begin = database.sql("SELECT COALESCE(MAX(ordinal) + 1, 0) FROM entries WHERE run_id = ? AND step = ?")
                .params(run.value(), step)
                .query(Integer.class)
                .single();
        add(run, step, entries, begin);
    }

    /** The same for a step that has none yet. */
    void addFirst(RunId run, String step, List<Entry> entries) {
        if (!entries.isEmpty()) {
            add(run, step, entries, 0);
        }
    }

    private void add(RunId run, String step, List<Entry> entries, int begin) {
        List<Object[]> rows = new ArrayList<>();
        for (Entry entry : entries) {
            rows.add(new Object[] {
                run.value(),
                step,
                begin + rows.size(),
                entry.label(),
                json.write(entry.charge()),
                Times.stored(entry.at())
            });
        }
        batches.batchUpdate(
                "INSERT INTO entries (run_id, step, ordinal, label, charge, at) VALUES (?, ?, ?, ?, ?, ?)", rows);
    }

    List<Entry> of(RunId run) {
        return database.sql("SELECT label, charge, at FROM entries WHERE run_id = ? ORDER BY at, step, ordinal")
                .param(run.value())
                .query((row, number) -> entry(row))
                .list();
    }

    List<Entry> of(RunId run, Collection<String> labels) {
        return database.sql("SELECT label, charge, at FROM entries WHERE run_id = :run AND label IN (:labels)"
                        + " ORDER BY at, step, ordinal")
                .param("run", run.value())
                .param("labels", labels)
                .query((row, number) -> entry(row))
                .list();
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("label"), json.read(row.getString("charge"), Charge.class), Times.read(row, "at"));
    }
}
