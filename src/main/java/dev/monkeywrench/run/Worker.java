package dev.monkeywrench.run;

import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.InstanceJson;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.search.StopReason;
import dev.monkeywrench.selection.Contender;
import dev.monkeywrench.solver.Journal;
import dev.monkeywrench.solver.Solution;
import dev.monkeywrench.solver.Solver;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** Works on one run at a time a thread, from where an earlier life left it to its end. Thread-safe. */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final JsonMapper MAPPER = new JsonMapper();

    /** After so many lives that broke, the run is ended rather than begun again. */
    private static final int MOST_BROKEN_LIVES = 3;

    private final RunStore store;
    private final Solver solver;
    private final PlanReader plans;
    private final RunningRuns running;
    private final Pulse pulse;
    private final SandboxKind sandbox;
    private final InstantSource clock;
    private final Consumer<RunEnded> listener;

    Worker(
            RunStore store,
            Solver solver,
            PlanReader plans,
            RunningRuns running,
            Pulse pulse,
            SandboxKind sandbox,
            InstantSource clock,
            Consumer<RunEnded> listener) {
        this.store = store;
        this.solver = solver;
        this.plans = plans;
        this.running = running;
        this.pulse = pulse;
        this.sandbox = sandbox;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Works on a run.
     *
     * @param brokenLives how many lives in a row ended by a fault
     * @return whether it is done with; else it is to be brought again at once
     * @throws RuntimeException when it is to be brought again later
     */
    boolean work(RunId run, int brokenLives) {
        Optional<Lease> lease = store.lease(run, sandbox);
        if (lease.isEmpty()) {
            return true;
        }
        boolean done = live(lease.get(), brokenLives);
        if (done) {
            listener.accept(new RunEnded(run));
        }
        return done;
    }

    private boolean live(Lease lease, int brokenLives) {
        try (RunningRuns.Stay stay = running.enter(lease.run().id())) {
            return work(lease, stay, brokenLives);
        } catch (LeaseLost e) {
            LOG.info("{}", e.getMessage());
            return true;
        }
    }

    private boolean work(Lease lease, RunningRuns.Stay stay, int brokenLives) {
        Journal journal = store.journal(lease);
        Progress progress = new Progress(store, lease, journal.prepared().isPresent(), clock);
        if (lease.run().cancelRequested()) {
            store.end(lease, Ending.cancelled(lease.run().counts()));
            return true;
        }
        try (Pulse.Beat beat = pulse.beat(progress::flush)) {
            store.end(lease, ending(solve(lease, journal, progress), progress));
            return true;
        } catch (InterruptedException e) {
            return interrupted(lease, stay, progress);
        } catch (Exception e) {
            find(LeaseLost.class, e).ifPresent(lost -> {
                throw lost;
            });
            return broken(lease, stay, progress, e, brokenLives);
        }
    }

    private Solution solve(Lease lease, Journal journal, Progress progress) throws InterruptedException {
        GradedInstance instance = InstanceJson.read(lease.instance());
        return switch (plans.read(MAPPER.readTree(lease.plan()))) {
            case PlanReading.Read read ->
                solver.solve(lease.run().id().value(), instance, read.plan(), journal, progress);
            case PlanReading.Rejected rejected ->
                new Solution.Unsound(
                        rejected.problems().getFirst().field(),
                        rejected.problems().getFirst().problem() + ", since this service's configuration changed",
                        "");
        };
    }

    private static Ending ending(Solution solution, Progress progress) {
        Counts counts = progress.counts();
        return switch (solution) {
            case Solution.Searched searched -> ending(searched, counts);
            case Solution.Unsound unsound -> Ending.failed(Problems.of(unsound), counts);
            case Solution.Unavailable fault -> Ending.failed(Problems.of(fault), counts);
        };
    }

    private static Ending ending(Solution.Searched searched, Counts counts) {
        if (searched.reason() == StopReason.CANCELLED) {
            return Ending.cancelled(counts);
        }
        return new Ending(
                RunState.COMPLETED,
                Optional.of(searched.reason()),
                Optional.empty(),
                counts,
                OptionalInt.of(searched.lastSampleIndex()),
                passing(searched));
    }

    private static List<Passing> passing(Solution.Searched searched) {
        return searched.passing().contenders().stream().map(Worker::passing).toList();
    }

    private static Passing passing(Contender contender) {
        return new Passing(contender.patch().digest(), contender.votes(), contender.firstSampleIndex());
    }

    /** A cancelled run ends; one whose process ends stays as it is, to go on elsewhere or after the next start. */
    private boolean interrupted(Lease lease, RunningRuns.Stay stay, Progress progress) {
        if (stay.interruption().equals(Optional.of(RunningRuns.Interruption.CANCELLED))) {
            store.end(lease, Ending.cancelled(progress.counts()));
            return true;
        }
        LOG.info("Run {} is put back: this process is ending", lease.run().id());
        return false;
    }

    /** A database that cannot be reached breaks a life, not the run; any other fault does so a few times. */
    private boolean broken(Lease lease, RunningRuns.Stay stay, Progress progress, Exception fault, int brokenLives) {
        if (stay.interruption().isPresent()) {
            return interrupted(lease, stay, progress);
        }
        boolean database = find(DataAccessException.class, fault).isPresent()
                || find(TransactionException.class, fault).isPresent();
        if (database || brokenLives + 1 < MOST_BROKEN_LIVES) {
            LOG.warn("Life {} of run {} broke", lease.epoch(), lease.run().id(), fault);
            throw new IllegalStateException(
                    "Life " + lease.epoch() + " of run " + lease.run().id() + " broke", fault);
        }
        LOG.error("Run {} is given up", lease.run().id(), fault);
        store.end(lease, Ending.failed(Problems.internal(lease.run().id()), progress.counts()));
        return true;
    }

    /** A fault of one of the solver's threads comes wrapped. */
    private static <T extends Throwable> Optional<T> find(Class<T> type, Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
