package dev.monkeywrench.evaluation;

import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.ledger.Totals;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.Runs;
import dev.monkeywrench.run.Submission;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The steps of evaluations: what has ended lands, what may begin does. Each is one transaction that checks what it builds
 * on under the lock of the evaluation's row. So two processes that take the same step, or one that was killed in the
 * middle of it and its successor, do nothing twice and leave nothing out. Thread-safe.
 */
final class Steps implements Steward.Duties {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final EvaluationStore store;
    private final Runs runs;
    private final RunRecords records;
    private final Function<Run, Totals> costs;
    private final InstantSource clock;

    /**
     * @param costs of a run that has ended
     */
    Steps(EvaluationStore store, Runs runs, RunRecords records, Function<Run, Totals> costs, InstantSource clock) {
        this.store = store;
        this.runs = runs;
        this.records = records;
        this.costs = costs;
        this.clock = clock;
    }

    @Override
    public void ended(RunId run) {
        store.runningAs(run).ifPresent(member -> {
            Optional<Evaluation> landed = store.find(member.evaluation()).flatMap(found -> land(found, member));
            begin(landed.or(() -> store.find(member.evaluation())));
        });
    }

    @Override
    public void look(EvaluationId id) {
        Optional<Evaluation> found = store.find(id);
        if (found.isEmpty()) {
            return;
        }
        for (Member member : store.running(id)) {
            if (found.get().cancelRequested()) {
                member.run().ifPresent(runs::cancel);
            }
            land(found.get(), member);
        }
        begin(store.find(id));
    }

    @Override
    public List<EvaluationId> open() {
        return store.open();
    }

    /** The evaluation as it is then; empty where nothing landed. */
    private Optional<Evaluation> land(Evaluation evaluation, Member member) {
        Optional<Run> ended =
                member.run().flatMap(records::find).filter(run -> run.state().isFinal());
        return ended.flatMap(run -> store.land(
                member,
                Outcomes.of(member, run, costs.apply(run), evaluation.kind()),
                own(evaluation),
                clock.instant()));
    }

    private void begin(Optional<Evaluation> found) {
        Optional<Evaluation> evaluation = found.filter(Evaluation::mayBegin);
        while (evaluation.isPresent() && beginOne(evaluation.get())) {
            evaluation = store.find(evaluation.get().id()).filter(Evaluation::mayBegin);
        }
    }

    /** Whether to look for a further one. */
    private boolean beginOne(Evaluation evaluation) {
        Optional<Budget> cap = cap(evaluation);
        if (cap.isEmpty()) {
            store.change(evaluation.id(), this::spent);
            return false;
        }
        return store.firstWaiting(evaluation.id())
                .map(member -> begin(evaluation, member, cap.get()))
                .orElse(false);
    }

    /** Unless members that run may leave something of what is reserved for them, or a larger budget came meanwhile. */
    private EvaluationChange spent(Evaluation evaluation) {
        boolean spent = evaluation.mayBegin()
                && evaluation.counts().running() == 0
                && cap(evaluation).isEmpty();
        return new EvaluationChange.Changed(spent ? evaluation.spent(clock.instant()) : evaluation);
    }

    private Optional<Budget> cap(Evaluation evaluation) {
        Budget own = own(evaluation);
        if (evaluation.budget().equals(Budget.unlimited())) {
            return Optional.of(own);
        }
        Charged reserved = store.running(evaluation.id()).stream()
                .map(member -> Charged.whole(member.cap()))
                .reduce(Charged.NOTHING, Charged::plus);
        return new Allowance(evaluation.budget(), evaluation.charged().plus(reserved))
                .share(own, evaluation.openPlaces());
    }

    private Budget own(Evaluation evaluation) {
        return new RequestedBudget(runs::check).ofOneRun(JSON.readTree(evaluation.plan()));
    }

    private boolean begin(Evaluation evaluation, Member member, Budget cap) {
        try {
            MemberContent content =
                    store.content(evaluation.id(), member.ordinal()).orElseThrow();
            Submission submission = runs.begin(
                    content.row(),
                    plan(evaluation, content, cap),
                    run -> store.bind(member, run, cap, clock.instant()));
            return follow(evaluation, member, submission);
        } catch (NotNow somebodyElseDid) {
            return false;
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            // A member that breaks us would do so again and again, and those behind it would never begin.
            LOG.error("Member {} of evaluation {} is given up", member.ordinal(), evaluation.id(), e);
            store.land(member, Outcomes.broken(member), own(evaluation), clock.instant());
            return true;
        }
    }

    private boolean follow(Evaluation evaluation, Member member, Submission submission) {
        return switch (submission) {
            case Submission.Accepted accepted -> true;
            case Submission.Refused refused -> {
                Landed landed = Outcomes.refused(member, refused.problems());
                store.land(member, landed, own(evaluation), clock.instant());
                yield true;
            }
            case Submission.QueueFull full -> false;
            case Submission.KeyReused reused -> throw new IllegalStateException("Members begin without a key");
            case Submission.KeyInFlight inFlight -> throw new IllegalStateException("Members begin without a key");
        };
    }

    private static ObjectNode plan(Evaluation evaluation, MemberContent content, Budget cap) {
        ObjectNode plan = (ObjectNode) JSON.readTree(evaluation.plan());
        ObjectNode budget = JSON.createObjectNode();
        cap.tokens().ifPresent(tokens -> budget.put("tokens", tokens));
        cap.dollars().ifPresent(dollars -> budget.put("dollars", dollars));
        plan.set("budget", budget);
        if (evaluation.kind() == EvaluationKind.VERIFY) {
            ArrayNode patches = plan.putArray("patches");
            content.predictions().forEach(prediction -> patches.add(prediction.patch()));
        }
        return plan;
    }
}
