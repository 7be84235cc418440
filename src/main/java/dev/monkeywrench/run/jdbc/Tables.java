package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.stored.StoredJson;
import dev.monkeywrench.solver.Journal;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What all that reads or writes the tables shares. */
record Tables(
        JdbcClient database,
        JdbcTemplate batches,
        Transactions transactions,
        GroupedWrites groupedWrites,
        StoredJson json,
        Fence fence,
        EventLog events,
        EntryLog entries) {

    static Tables of(JdbcTemplate template, PlatformTransactionManager manager, Function<String, Patch> patches) {
        JdbcClient database = JdbcClient.create(template);
        StoredJson json = new StoredJson(patches);
        Transactions transactions = new Transactions(manager);
        return new Tables(
                database,
                template,
                transactions,
                new GroupedWrites(transactions),
                json,
                new Fence(database),
                new EventLog(database),
                new EntryLog(database, template, json));
    }

    Optional<Journal.Prepared> prepared(RunId run) {
        return database.sql("SELECT prepared FROM runs WHERE id = ? AND prepared IS NOT NULL")
                .param(run.value())
                .query(String.class)
                .optional()
                .map(stored -> json.read(stored, Journal.Prepared.class));
    }
}
