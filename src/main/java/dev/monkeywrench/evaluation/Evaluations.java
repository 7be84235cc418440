package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.ledger.Totals;
import dev.monkeywrench.run.Page;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes evaluations in, tells of them and changes them. Thread-safe. */
public final class Evaluations {

    private static final JsonMapper JSON = new JsonMapper();

    private final EvaluationStore store;
    private final EvaluationReader reader;
    private final RequestedBudget budgets;
    private final Estimates estimates;
    private final Steward steward;
    private final LongSupplier random;
    private final InstantSource clock;
    private final Set<String> keysInFlight = ConcurrentHashMap.newKeySet();

    Evaluations(
            EvaluationStore store,
            EvaluationReader reader,
            RequestedBudget budgets,
            Estimates estimates,
            Steward steward,
            LongSupplier random,
            InstantSource clock) {
        this.store = store;
        this.reader = reader;
        this.budgets = budgets;
        this.estimates = estimates;
        this.steward = steward;
        this.random = random;
        this.clock = clock;
    }

    /** Checks a request and queues its evaluation; the same key and body give the same evaluation. */
    public EvaluationSubmission submit(EvaluationRequest request) {
        if (request.key().isEmpty()) {
            return take(request);
        }
        String key = request.key().get().key();
        if (!keysInFlight.add(key)) {
            return new EvaluationSubmission.KeyInFlight();
        }
        try {
            return store.used(key).map(use -> repeated(request, use)).orElseGet(() -> take(request));
        } finally {
            keysInFlight.remove(key);
        }
    }

    private EvaluationSubmission repeated(EvaluationRequest request, EvaluationStore.KeyUse use) {
        boolean same = request.key().stream().anyMatch(key -> key.bodyDigest().equals(use.bodyDigest()));
        return same
                ? new EvaluationSubmission.Accepted(
                        store.find(use.evaluation()).orElseThrow(), store.problems(use.evaluation()))
                : new EvaluationSubmission.KeyReused();
    }

    private EvaluationSubmission take(EvaluationRequest request) {
        return switch (reader.read(request.body())) {
            case EvaluationDraft.Refused refused -> new EvaluationSubmission.Refused(refused.problems());
            case EvaluationDraft.Read draft -> keep(request, draft);
        };
    }

    private EvaluationSubmission keep(EvaluationRequest request, EvaluationDraft.Read draft) {
        Evaluation evaluation = evaluation(draft, EvaluationDigest.of(request.body()));
        NewEvaluation fresh =
                new NewEvaluation(evaluation, draft.members(), draft.problems(), Optional.of(estimates.of(draft)));
        Optional<EvaluationStore.KeyUse> use = store.keep(fresh, request.key());
        if (use.isPresent()) {
            return repeated(request, use.get());
        }
        steward.look(evaluation.id());
        return new EvaluationSubmission.Accepted(evaluation, draft.problems());
    }

    private Evaluation evaluation(EvaluationDraft.Read draft, String digest) {
        return new Evaluation(
                EvaluationId.of(clock.instant(), random.getAsLong()),
                draft.name(),
                draft.kind(),
                draft.suite(),
                digest,
                EvaluationState.QUEUED,
                false,
                false,
                Optional.empty(),
                draft.plan(),
                draft.budget(),
                draft.parallel(),
                draft.seed(),
                draft.stopAfter(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty(),
                Optional.empty(),
                EvaluationCounts.waiting(draft.members().size()),
                Totals.ZERO,
                Charged.NOTHING);
    }

    /** Reads a request and tells what it would take, and keeps nothing. */
    public Forecast forecast(EvaluationRequest request) {
        return switch (reader.read(request.body())) {
            case EvaluationDraft.Refused refused -> new Forecast.Refused(refused.problems());
            case EvaluationDraft.Read draft ->
                new Forecast.Told(draft.members().size(), estimates.of(draft), draft.problems());
        };
    }

    public Optional<Evaluation> find(EvaluationId evaluation) {
        return store.find(evaluation);
    }

    public Page<Evaluation> list(EvaluationFilter filter) {
        return store.list(filter);
    }

    public Page<Member> members(EvaluationId evaluation, MemberFilter filter) {
        return store.members(evaluation, filter);
    }

    /** Members whose latest attempt has a run that has not landed. */
    public List<Member> running(EvaluationId evaluation) {
        return store.running(evaluation);
    }

    /** The row of a member, which holds its tests and its gold patch, and the predictions for it. */
    public Optional<MemberContent> content(EvaluationId evaluation, int ordinal) {
        return store.content(evaluation, ordinal);
    }

    /** Events after a sequence number, in order. */
    public List<EvaluationEvent> events(EvaluationId evaluation, long after, int limit) {
        return store.events(evaluation, after, limit);
    }

    /** What was left out of it when it was taken in. */
    public List<FieldProblem> problems(EvaluationId evaluation) {
        return store.problems(evaluation);
    }

    /** What it was expected to take when it was taken in. */
    public Optional<Estimate> estimate(EvaluationId evaluation) {
        return store.estimate(evaluation);
    }

    /** Lets no further member begin; what runs goes on. */
    public EvaluationChange pause(EvaluationId evaluation) {
        return changed(evaluation, found -> switch (found.state()) {
            case QUEUED, RUNNING -> new EvaluationChange.Changed(found.paused());
            case PAUSED -> new EvaluationChange.Changed(found);
            case COMPLETED, CANCELLED -> impossible(found, "paused");
        });
    }

    public EvaluationChange resume(EvaluationId evaluation) {
        return changed(evaluation, found -> switch (found.state()) {
            case PAUSED -> new EvaluationChange.Changed(found.resumed());
            case QUEUED, RUNNING -> new EvaluationChange.Changed(found);
            case COMPLETED, CANCELLED -> impossible(found, "resumed");
        });
    }

    /** Ends it and every run of it. One that has ended stays as it is. */
    public EvaluationChange cancel(EvaluationId evaluation) {
        return changed(
                evaluation,
                found -> new EvaluationChange.Changed(
                        found.state().isFinal() ? found : found.cancelled(clock.instant())));
    }

    /** Tries every member again whose outcome is inconclusive or a fault; what it was stays until the next lands. */
    public EvaluationChange retry(EvaluationId evaluation) {
        EvaluationChange change = store.retry(
                evaluation,
                found -> found.cancelRequested() || found.state() == EvaluationState.CANCELLED
                        ? impossible(found, "retried")
                        : new EvaluationChange.Changed(found));
        steward.look(evaluation);
        return change;
    }

    /**
     * Changes how many members run at a time, and what they may spend together; what runs goes on. A larger budget takes up
     * what a smaller one left undone.
     *
     * @param body as it was sent: {@code parallel}, {@code budget} or both
     */
    public EvaluationChange change(EvaluationId evaluation, JsonNode body) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<OtherLimits> limits = budgets.readChange(body, problems);
        Optional<Evaluation> found = store.find(evaluation);
        if (limits.isEmpty() || found.isEmpty()) {
            return found.isEmpty() ? new EvaluationChange.Unknown() : new EvaluationChange.Refused(problems);
        }
        Budget own = budgets.ofOneRun(JSON.readTree(found.get().plan()));
        EvaluationChange change = store.limit(evaluation, limits.get(), own);
        steward.look(evaluation);
        return change;
    }

    private EvaluationChange changed(EvaluationId evaluation, Function<Evaluation, EvaluationChange> change) {
        EvaluationChange changed = store.change(evaluation, change);
        steward.look(evaluation);
        return changed;
    }

    private static EvaluationChange impossible(Evaluation evaluation, String what) {
        boolean spent = evaluation.endReason().equals(Optional.of(EvaluationEnd.BUDGET_SPENT));
        return new EvaluationChange.Impossible(
                evaluation,
                "The evaluation is " + evaluation.state() + " and cannot be " + what + "; "
                        + (spent ? "raise its budget" : "submit it again") + " instead");
    }
}
