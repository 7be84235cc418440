package dev.monkeywrench.evaluation.jdbc;

import dev.monkeywrench.evaluation.Charged;
import dev.monkeywrench.evaluation.Estimate;
import dev.monkeywrench.evaluation.Evaluation;
import dev.monkeywrench.evaluation.EvaluationChange;
import dev.monkeywrench.evaluation.EvaluationEvent;
import dev.monkeywrench.evaluation.EvaluationEventData;
import dev.monkeywrench.evaluation.EvaluationEventType;
import dev.monkeywrench.evaluation.EvaluationFilter;
import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.EvaluationStore;
import dev.monkeywrench.evaluation.Landed;
import dev.monkeywrench.evaluation.Landing;
import dev.monkeywrench.evaluation.Member;
import dev.monkeywrench.evaluation.MemberContent;
import dev.monkeywrench.evaluation.MemberFilter;
import dev.monkeywrench.evaluation.NewEvaluation;
import dev.monkeywrench.evaluation.NotNow;
import dev.monkeywrench.evaluation.OtherLimits;
import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.run.Page;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The store over tables. */
final class JdbcEvaluationStore implements EvaluationStore {

    private final JdbcClient database;
    private final EvaluationTable evaluations;
    private final MemberTable members;
    private final TransactionTemplate transactions;

    JdbcEvaluationStore(JdbcTemplate template, PlatformTransactionManager manager) {
        this.database = JdbcClient.create(template);
        this.evaluations = new EvaluationTable(database);
        this.members = new MemberTable(template, database);
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    private <T> T whole(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    @Override
    public Optional<KeyUse> keep(NewEvaluation evaluation, Optional<RunStore.IdempotencyKey> key) {
        try {
            transactions.executeWithoutResult(status -> insert(evaluation, key));
            return Optional.empty();
        } catch (DuplicateKeyException e) {
            // Somebody used the key between our look and our insert; all we did is rolled back.
            return Optional.of(key.flatMap(used -> used(used.key())).orElseThrow(() -> e));
        }
    }

    private void insert(NewEvaluation kept, Optional<RunStore.IdempotencyKey> key) {
        evaluations.insert(kept, key);
        members.insert(kept.evaluation().id(), kept.members());
        tell(kept.evaluation());
    }

    private void tell(Evaluation evaluation) {
        evaluations.append(evaluation.id(), EvaluationEventType.STATE, EvaluationEventData.state(evaluation));
    }

    @Override
    public Optional<KeyUse> used(String key) {
        return database.sql("SELECT id, body_digest FROM evaluations WHERE idempotency_key = ?")
                .param(key)
                .query((row, number) -> new KeyUse(new EvaluationId(row.getString("id")), row.getString("body_digest")))
                .optional();
    }

    @Override
    public Optional<Evaluation> find(EvaluationId evaluation) {
        return evaluations.find(evaluation);
    }

    @Override
    public Page<Evaluation> list(EvaluationFilter filter) {
        StringBuilder sql = new StringBuilder("SELECT " + EvaluationRows.COLUMNS + " FROM evaluations WHERE 1 = 1");
        List<Object> values = new ArrayList<>();
        filter.state().ifPresent(state -> add(sql, values, " AND state = ?", state.name()));
        filter.digest().ifPresent(digest -> add(sql, values, " AND digest = ?", digest));
        filter.before().ifPresent(id -> add(sql, values, " AND id < ?", id.value()));
        add(sql, values, " ORDER BY id DESC FETCH FIRST ? ROWS ONLY", filter.limit() + 1);
        List<Evaluation> found = database.sql(sql.toString())
                .params(values)
                .query(new EvaluationRows())
                .list();
        return page(found, filter.limit(), evaluation -> evaluation.id().value());
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, Object value) {
        sql.append(condition);
        values.add(value);
    }

    /** One more than asked for was read: whether there is a next page. */
    private static <T> Page<T> page(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(cursor.apply(items.getLast())));
    }

    @Override
    public Page<Member> members(EvaluationId evaluation, MemberFilter filter) {
        return page(members.list(evaluation, filter), filter.limit(), member -> Integer.toString(member.ordinal()));
    }

    @Override
    public Optional<MemberContent> content(EvaluationId evaluation, int ordinal) {
        return members.content(evaluation, ordinal).map(StoredEvaluation::readContent);
    }

    @Override
    public List<FieldProblem> problems(EvaluationId evaluation) {
        return evaluations.problems(evaluation);
    }

    @Override
    public Optional<Estimate> estimate(EvaluationId evaluation) {
        return evaluations.estimate(evaluation);
    }

    @Override
    public List<EvaluationEvent> events(EvaluationId evaluation, long after, int limit) {
        return evaluations.events(evaluation, after, limit);
    }

    @Override
    public List<EvaluationId> open() {
        return database.sql("SELECT id FROM evaluations WHERE state IN ('QUEUED', 'RUNNING', 'PAUSED') ORDER BY id")
                .query((row, number) -> new EvaluationId(row.getString("id")))
                .list();
    }

    @Override
    public Optional<Member> firstWaiting(EvaluationId evaluation) {
        return members.firstWaiting(evaluation);
    }

    @Override
    public List<Member> running(EvaluationId evaluation) {
        return members.running(evaluation);
    }

    @Override
    public Optional<Member> runningAs(RunId run) {
        return members.runningAs(run);
    }

    @Override
    public void bind(Member member, RunId run, Budget cap, Instant now) {
        EvaluationId id = member.evaluation();
        Evaluation evaluation =
                evaluations.locked(id).filter(Evaluation::mayBegin).orElseThrow(() -> new NotNow(id, member.ordinal()));
        Charged taken = evaluation.charged().plus(members.reserved(id)).plus(Charged.whole(cap));
        if (!evaluation.allows(taken) || !members.begin(member, run, cap)) {
            throw new NotNow(id, member.ordinal());
        }
        Evaluation begun = evaluation.begun(now);
        evaluations.update(begun);
        evaluations.append(id, EvaluationEventType.BEGUN, EvaluationEventData.begun(begun, member.begun(run, cap)));
    }

    @Override
    public Optional<Evaluation> land(Member member, Landed landed, Budget own, Instant now) {
        return whole(() -> {
            EvaluationId id = member.evaluation();
            Optional<Evaluation> found = evaluations.locked(id);
            if (found.isEmpty() || !members.land(member, landed)) {
                return Optional.empty();
            }
            Landing landing = new Landing(landed, member.landed().map(Landed::outcome), member.cap());
            Evaluation changed = found.get().landed(landing, members.reserved(id), own, now);
            evaluations.update(changed);
            evaluations.append(id, EvaluationEventType.ENDED, EvaluationEventData.ended(changed, member, landed));
            if (changed.state().isFinal()) {
                tell(changed);
            }
            return Optional.of(changed);
        });
    }

    @Override
    public EvaluationChange change(EvaluationId evaluation, Function<Evaluation, EvaluationChange> change) {
        return whole(() -> evaluations
                .locked(evaluation)
                .map(found -> written(found, change.apply(found)))
                .orElseGet(EvaluationChange.Unknown::new));
    }

    @Override
    public EvaluationChange retry(EvaluationId evaluation, Function<Evaluation, EvaluationChange> check) {
        return change(evaluation, found -> switch (check.apply(found)) {
            case EvaluationChange.Changed changed -> retried(changed.evaluation());
            case EvaluationChange.Impossible impossible -> impossible;
            case EvaluationChange.Refused refused -> refused;
            case EvaluationChange.Unknown unknown -> unknown;
        });
    }

    private EvaluationChange retried(Evaluation evaluation) {
        int more = members.retry(evaluation.id());
        return new EvaluationChange.Changed(more == 0 ? evaluation : evaluation.retried(more));
    }

    @Override
    public EvaluationChange limit(EvaluationId evaluation, OtherLimits limits, Budget own) {
        return change(evaluation, found -> {
            List<Integer> cut = limits.raise(found) ? members.cutShort(found, own) : List.of();
            EvaluationChange change = limits.on(found, members.reserved(evaluation), cut.size());
            if (change instanceof EvaluationChange.Changed) {
                members.waitAgain(evaluation, cut);
            }
            return change;
        });
    }

    private EvaluationChange written(Evaluation before, EvaluationChange change) {
        if (change instanceof EvaluationChange.Changed changed
                && !changed.evaluation().equals(before)) {
            evaluations.update(changed.evaluation());
            tell(changed.evaluation());
        }
        return change;
    }
}
