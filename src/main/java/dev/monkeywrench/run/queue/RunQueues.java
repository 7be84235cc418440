package dev.monkeywrench.run.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** The queue of runs. */
public final class RunQueues {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;

    private RunQueues() {}

    /**
     * The queue.
     *
     * @param scheduler asked for when it is needed: it is made of the task, whose work fills the queue
     */
    public static RunQueue over(Supplier<Scheduler> scheduler, InstantSource clock) {
        return new SchedulerQueue(scheduler, clock);
    }

    /** What the scheduler does with a run. A run whose worker died is brought again, and so is one that broke, later. */
    public static Task<Void> task(Work work, InstantSource clock) {
        FailureHandler<Void> later = (complete, operations) -> operations.reschedule(
                complete, clock.instant().plus(pause(complete.getExecution().consecutiveFailures)));
        CompletionHandler<Void> again = (complete, operations) -> operations.reschedule(complete, clock.instant());
        return Tasks.custom(SchedulerQueue.RUN)
                .onFailure(later)
                .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
                .execute((instance, context) -> {
                    boolean done = work.on(new RunId(instance.getId()), context.getExecution().consecutiveFailures);
                    return done ? new CompletionHandler.OnCompleteRemove<>() : again;
                });
    }

    /** Something that has nothing to do with a run, done at the start and every hour by one process of all. */
    public static RecurringTask<Void> hourly(String name, Runnable work) {
        return Tasks.recurring(name, FixedDelay.ofHours(1)).execute((instance, context) -> work.run());
    }

    static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /**
     * Puts back what a process that is gone had picked. Right only where no other process can have picked anything: the
     * embedded database lets one in at a time.
     *
     * @return how many runs were put back
     */
    public static int putBackAll(JdbcTemplate database) {
        return database.update("UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,"
                + " version = version + 1 WHERE picked = TRUE");
    }

    /** What is done with a run. */
    @FunctionalInterface
    public interface Work {

        /**
         * Works on it.
         *
         * @param brokenLives how many lives in a row ended by a fault
         * @return whether it is done with; else it is brought again at once
         */
        boolean on(RunId run, int brokenLives);
    }
}
