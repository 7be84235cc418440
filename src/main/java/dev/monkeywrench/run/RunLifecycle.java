package dev.monkeywrench.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.monkeywrench.run.queue.RunQueues;
import java.sql.Connection;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Starts work when the service is up, and ends it before anything it needs is closed: runs are interrupted, put back and
 * go on after the next start.
 */
final class RunLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunLifecycle.class);

    private final RunningRuns running;
    private final Scheduler scheduler;
    private final JdbcTemplate database;
    private volatile boolean started;

    RunLifecycle(RunningRuns running, Scheduler scheduler, JdbcTemplate database) {
        this.running = running;
        this.scheduler = scheduler;
        this.database = database;
    }

    @Override
    public void start() {
        if (isEmbedded()) {
            int putBack = RunQueues.putBackAll(database);
            LOG.info("{} runs that the last process left are put back into the queue", putBack);
        }
        scheduler.start();
        started = true;
    }

    /** The embedded database lets one process in: what is picked at its start was picked by one that is gone. */
    private boolean isEmbedded() {
        String url = database.execute((ConnectionCallback<String>)
                (Connection connection) -> connection.getMetaData().getURL());
        return Objects.requireNonNullElse(url, "").startsWith("jdbc:h2:")
                && !Objects.requireNonNullElse(url, "").contains("tcp:");
    }

    @Override
    public void stop() {
        started = false;
        running.close();
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Among the first to start and to stop after the web server has. */
    @Override
    public int getPhase() {
        return 0;
    }
}
