package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.run.Lease;
import dev.monkeywrench.run.LeaseLost;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps late writers out. Every write of a life first locks the run's row and compares the epoch, in the write's own
 * transaction: a worker that was paused past its lease finds a later epoch and writes nothing.
 */
final class Fence {

    private final JdbcClient database;

    Fence(JdbcClient database) {
        this.database = database;
    }

    void pass(Lease lease) {
        String id = lease.run().id().value();
        boolean ours = database.sql("SELECT epoch, state FROM runs WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, number) -> row.getLong("epoch") == lease.epoch()
                        && row.getString("state").equals("RUNNING"))
                .optional()
                .orElse(false);
        if (!ours) {
            throw new LeaseLost(lease.run().id(), lease.epoch());
        }
    }
}
