package dev.monkeywrench.run.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunQueue;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The queue over db-scheduler: one execution a run, named by its id, without data. */
final class SchedulerQueue implements RunQueue {

    static final TaskDescriptor<Void> RUN = TaskDescriptor.of("run");

    private final Supplier<Scheduler> scheduler;
    private final InstantSource clock;

    SchedulerQueue(Supplier<Scheduler> scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void add(RunId run) {
        SchedulerClient client = scheduler.get();
        client.scheduleIfNotExists(RUN.instance(run.value()).scheduledTo(clock.instant()));
    }

    @Override
    public void wake() {
        scheduler.get().triggerCheckForDueExecutions();
    }
}
