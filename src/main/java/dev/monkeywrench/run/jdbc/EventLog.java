package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.run.EventType;
import dev.monkeywrench.run.RunEvent;
import dev.monkeywrench.run.RunId;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers events without a gap: whoever appends holds the lock of the run's row. */
final class EventLog {

    private final JdbcClient database;

    EventLog(JdbcClient database) {
        this.database = database;
    }

    void append(RunId run, EventType type, String data) {
        database.sql("UPDATE runs SET last_event = last_event + 1 WHERE id = ?")
                .param(run.value())
                .update();
        database.sql("INSERT INTO events (run_id, sequence, type, data)"
                        + " SELECT id, last_event, CAST(? AS VARCHAR(20)), CAST(? AS VARCHAR(4000))"
                        + " FROM runs WHERE id = ?")
                .params(type.word(), data, run.value())
                .update();
    }

    List<RunEvent> after(RunId run, long sequence, int limit) {
        return database.sql("SELECT sequence, type, data FROM events"
                        + " WHERE run_id = ? AND sequence > ? ORDER BY sequence FETCH FIRST ? ROWS ONLY")
                .params(run.value(), sequence, limit)
                .query((row, number) -> new RunEvent(
                        row.getLong("sequence"),
                        EventType.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                        row.getString("data")))
                .list();
    }
}
