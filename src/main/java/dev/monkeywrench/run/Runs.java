package dev.monkeywrench.run;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.InstanceJson;
import dev.monkeywrench.instance.InstanceRows;
import dev.monkeywrench.instance.Reading;
import dev.monkeywrench.instance.RowPolicy;
import dev.monkeywrench.solver.SolvePlan;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Takes runs in and ends them. Thread-safe. */
public final class Runs {

    static final Duration KEYS_KEPT = Duration.ofHours(24);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final RunStore store;
    private final RunRecords records;
    private final RowPolicy rows;
    private final PlanReader plans;
    private final FirstLook firstLook;
    private final RunningRuns running;
    private final RunIds ids;
    private final InstantSource clock;
    private final Consumer<RunEnded> listener;
    private final Set<String> keysInFlight = ConcurrentHashMap.newKeySet();

    Runs(
            RunStore store,
            RunRecords records,
            RowPolicy rows,
            PlanReader plans,
            FirstLook firstLook,
            RunningRuns running,
            RunIds ids,
            InstantSource clock,
            Consumer<RunEnded> listener) {
        this.store = store;
        this.records = records;
        this.rows = rows;
        this.plans = plans;
        this.firstLook = firstLook;
        this.running = running;
        this.ids = ids;
        this.clock = clock;
        this.listener = listener;
    }

    /** Checks a request and queues its run; the same key and body give the same run. */
    public Submission submit(RunRequest request) throws InterruptedException {
        if (request.key().isEmpty()) {
            return admit(request);
        }
        String key = request.key().get().key();
        if (!keysInFlight.add(key)) {
            return new Submission.KeyInFlight();
        }
        try {
            Optional<RunStore.KeyUse> use = store.used(key, clock.instant().minus(KEYS_KEPT));
            return use.isPresent() ? repeated(request, use.get()) : admit(request);
        } finally {
            keysInFlight.remove(key);
        }
    }

    /** Reads a row as {@link #submit} would, but for looking at its repository. */
    public Reading read(JsonNode row) {
        return switch (InstanceRows.read(row, rows)) {
            case Reading.Rejected rejected -> rejected;
            case Reading.Read read -> {
                List<FieldProblem> problems = firstLook.formProblems(read.instance());
                yield problems.isEmpty() ? read : new Reading.Rejected(problems);
            }
        };
    }

    /** Tells what a plan comes to. */
    public PlanCheck check(JsonNode plan) {
        return switch (plans.read(plan)) {
            case PlanReading.Read read -> outline(read.plan());
            case PlanReading.Rejected rejected -> new PlanCheck.Refused(rejected.problems());
        };
    }

    private static PlanCheck outline(SolvePlan plan) {
        return new PlanCheck.Sound(plan.samples(), plan.stopAfter(), plan.seed(), plan.budget());
    }

    /**
     * Queues a run without a look at its repository, which may take seconds: what is wrong there is found by the run.
     *
     * @param bond written with the run, in one transaction
     */
    public Submission begin(JsonNode instance, JsonNode plan, RunBond bond) {
        RunRequest request = new RunRequest(instance, plan, Optional.empty());
        List<FieldProblem> problems = new ArrayList<>();
        Optional<Reading.Read> reading = instance(request, problems);
        Optional<SolvePlan> read = plan(request, problems);
        return reading.isEmpty() || read.isEmpty()
                ? new Submission.Refused(problems)
                : keep(request, reading.get(), read.get(), bond);
    }

    private Submission repeated(RunRequest request, RunStore.KeyUse use) {
        boolean same = request.key().stream().anyMatch(key -> key.bodyDigest().equals(use.bodyDigest()));
        return same ? new Submission.Accepted(records.find(use.run()).orElseThrow()) : new Submission.KeyReused();
    }

    private Submission admit(RunRequest request) throws InterruptedException {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<Reading.Read> reading = instance(request, problems);
        Optional<SolvePlan> plan = plan(request, problems);
        if (reading.isEmpty() || plan.isEmpty()) {
            return new Submission.Refused(problems);
        }
        problems.addAll(firstLook.problems(reading.get().instance(), plan.get().given()));
        return problems.isEmpty()
                ? keep(request, reading.get(), plan.get(), RunBond.NONE)
                : new Submission.Refused(problems);
    }

    private Optional<Reading.Read> instance(RunRequest request, List<FieldProblem> problems) {
        return switch (InstanceRows.read(request.instance(), rows)) {
            case Reading.Read read -> Optional.of(read);
            case Reading.Rejected rejected -> {
                rejected.problems().forEach(problem -> problems.add(inInstance(problem)));
                yield Optional.empty();
            }
        };
    }

    private static FieldProblem inInstance(FieldProblem problem) {
        String field = problem.field().equals("instance") ? "instance" : "instance." + problem.field();
        return new FieldProblem(field, problem.problem(), problem.remedy());
    }

    private Optional<SolvePlan> plan(RunRequest request, List<FieldProblem> problems) {
        return switch (plans.read(request.plan())) {
            case PlanReading.Read read -> Optional.of(read.plan());
            case PlanReading.Rejected rejected -> {
                problems.addAll(rejected.problems());
                yield Optional.empty();
            }
        };
    }

    private Submission keep(RunRequest request, Reading.Read reading, SolvePlan plan, RunBond bond) {
        GradedInstance instance = reading.instance();
        Run run = Run.queued(
                ids.next(),
                instance.instance().id(),
                plan.seed(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        NewRun fresh = new NewRun(run, reading.row(), InstanceJson.write(instance), PlanJson.write(plan));
        return switch (store.admit(fresh, request.key(), bond)) {
            case RunStore.Admitted.Kept kept -> new Submission.Accepted(run);
            case RunStore.Admitted.KeyUsed used -> repeated(request, used.use());
            case RunStore.Admitted.QueueFull full -> new Submission.QueueFull(full.queued(), RETRY_AFTER);
        };
    }

    /** Asks for the end of a run; empty when there is none of that id. A run that has ended stays as it is. */
    public Optional<Run> cancel(RunId run) {
        Optional<Run> cancelled = store.cancel(run);
        cancelled.filter(Run::cancelRequested).ifPresent(found -> running.cancel(run));
        cancelled.filter(found -> found.state().isFinal()).ifPresent(found -> listener.accept(new RunEnded(run)));
        return cancelled;
    }
}
