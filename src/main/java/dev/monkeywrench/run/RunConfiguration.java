package dev.monkeywrench.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.monkeywrench.instance.RowPolicy;
import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.model.LanguageModels;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.PatchReader;
import dev.monkeywrench.patch.ReadPatch;
import dev.monkeywrench.run.folder.FolderVerdicts;
import dev.monkeywrench.run.jdbc.JdbcRuns;
import dev.monkeywrench.run.queue.RunQueues;
import dev.monkeywrench.sampling.Sampler;
import dev.monkeywrench.sandbox.SandboxPlaces;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.solver.Solver;
import dev.monkeywrench.verification.VerdictCache;
import dev.monkeywrench.verification.VerificationPolicy;
import dev.monkeywrench.verification.Verifiers;
import dev.monkeywrench.workspace.Workspaces;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RunSettings.class, VerdictCacheSettings.class})
class RunConfiguration {

    /** Seeds that JavaScript reads exactly. */
    private static final long SEED_LIMIT = 1L << 53;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JdbcRuns jdbcRuns(JdbcTemplate template, PlatformTransactionManager transactions) {
        return new JdbcRuns(template, transactions, RunConfiguration::stored);
    }

    private static Patch stored(String diff) {
        return switch (PatchReader.read(diff)) {
            case ReadPatch.Read read -> read.patch();
            case ReadPatch.Unreadable unreadable ->
                throw new IllegalStateException("A stored patch cannot be read: " + unreadable.reason());
        };
    }

    @Bean
    RunQueue runQueue(ObjectProvider<Scheduler> scheduler, Clock clock) {
        return RunQueues.over(scheduler::getObject, clock);
    }

    @Bean
    RunStore runStore(JdbcRuns runs, RunQueue queue, Clock clock, RunSettings settings) {
        return runs.store(queue, clock, settings.mostQueued());
    }

    @Bean
    RunRecords runRecords(JdbcRuns runs) {
        return runs.records();
    }

    @Bean
    VerdictCache verdictCache(JdbcRuns runs, Clock clock, VerdictCacheSettings settings) {
        return Optional.ofNullable(settings.folder())
                .map(folder -> FolderVerdicts.in(
                        folder, RunConfiguration::stored, clock, settings.mostEntries(), settings.longestUnused()))
                .orElseGet(() -> runs.verdictCache(clock, settings.mostEntries(), settings.longestUnused()));
    }

    @Bean
    RecentAccounts accounts(RunRecords records, Tariff tariff) {
        return new RecentAccounts(new Accounts(records, tariff)::of, System::nanoTime);
    }

    @Bean
    SampleCosts sampleCosts(RunRecords records, Tariff tariff) {
        return new SampleCosts(records::entries, tariff);
    }

    @Bean
    PlanReader planReader(
            List<Sampler> samplers,
            LanguageModels models,
            VerificationPolicy verification,
            SandboxPlaces places,
            RunSettings settings) {
        SecureRandom seeds = new SecureRandom();
        PlanPolicy policy = new PlanPolicy(
                samplers.stream().map(Sampler::name).sorted().toList(),
                settings.sampler(),
                model -> models.find(model).isPresent(),
                models.ids(),
                settings.samples(),
                settings.wallTime(),
                verification,
                settings.parallelDraws(),
                settings.parallelVerifications() > 0
                        ? settings.parallelVerifications()
                        : Math.min(places.count() + 1, PlanPolicy.MOST_PARALLEL_VERIFICATIONS));
        return new PlanReader(policy, () -> seeds.nextLong(SEED_LIMIT));
    }

    @Bean
    RunningRuns runningRuns() {
        return new RunningRuns();
    }

    @Bean
    Runs runs(
            RunStore store,
            RunRecords records,
            PlanReader plans,
            Workspaces workspaces,
            RunningRuns running,
            Clock clock,
            RowPolicy rowPolicy,
            RunSettings settings,
            ApplicationEventPublisher events) {
        RowPolicy rows = Optional.ofNullable(settings.repositoryRoot())
                .map(RowPolicy.standard()::under)
                .orElse(rowPolicy);
        FirstLook firstLook = new FirstLook(
                workspaces, Verifiers.logParsers(), settings.localLookLimit(), settings.remoteLookLimit());
        RunIds ids = new RunIds(clock, new SecureRandom());
        return new Runs(store, records, rows, plans, firstLook, running, ids, clock, events::publishEvent);
    }

    @Bean
    Pulse pulse(RunStore store, RunningRuns running) {
        Pulse pulse = new Pulse();
        // What this process is asked itself it hears at once; others leave word in the database.
        pulse.seldom(() -> store.cancelRequested(running.ids()).forEach(running::cancel));
        pulse.start();
        return pulse;
    }

    @Bean
    Task<Void> runTask(
            RunStore store,
            Solver solver,
            PlanReader plans,
            RunningRuns running,
            Pulse pulse,
            Sandboxes sandboxes,
            Clock clock,
            ApplicationEventPublisher events) {
        Worker worker = new Worker(store, solver, plans, running, pulse, sandboxes.kind(), clock, events::publishEvent);
        return RunQueues.task(worker::work, clock);
    }

    /** Once an hour, by one of the processes that share the database. */
    @Bean
    RecurringTask<Void> keysTask(RunStore store, Clock clock) {
        return RunQueues.hourly(
                "forget-keys", () -> store.forgetKeys(clock.instant().minus(Runs.KEYS_KEPT)));
    }

    @Bean
    DbSchedulerCustomizer schedulerCustomizer() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(Executors.newVirtualThreadPerTaskExecutor());
            }
        };
    }

    /** The run's lifecycle starts the scheduler, once everything else is up. */
    @Bean
    DbSchedulerStarter schedulerStarter() {
        return () -> {};
    }

    @Bean
    RunLifecycle runLifecycle(RunningRuns running, Scheduler scheduler, JdbcTemplate template) {
        return new RunLifecycle(running, scheduler, template);
    }
}
