package dev.monkeywrench.evaluation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.evaluation.Charged;
import dev.monkeywrench.evaluation.Evaluation;
import dev.monkeywrench.evaluation.EvaluationChange;
import dev.monkeywrench.evaluation.EvaluationCounts;
import dev.monkeywrench.evaluation.EvaluationEnd;
import dev.monkeywrench.evaluation.EvaluationEvent;
import dev.monkeywrench.evaluation.EvaluationFilter;
import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.EvaluationKind;
import dev.monkeywrench.evaluation.EvaluationState;
import dev.monkeywrench.evaluation.EvaluationStore;
import dev.monkeywrench.evaluation.Landed;
import dev.monkeywrench.evaluation.Member;
import dev.monkeywrench.evaluation.MemberContent;
import dev.monkeywrench.evaluation.MemberFilter;
import dev.monkeywrench.evaluation.MemberOutcome;
import dev.monkeywrench.evaluation.MemberState;
import dev.monkeywrench.evaluation.NewEvaluation;
import dev.monkeywrench.evaluation.NewMember;
import dev.monkeywrench.evaluation.NotNow;
import dev.monkeywrench.evaluation.Prediction;
import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.ledger.Totals;
import dev.monkeywrench.run.Counts;
import dev.monkeywrench.run.NewRun;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunBond;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunProblem;
import dev.monkeywrench.run.RunQueue;
import dev.monkeywrench.run.RunState;
import dev.monkeywrench.run.RunStore;
import dev.monkeywrench.run.jdbc.JdbcRuns;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a store of evaluations promises, on whichever database. */
abstract class EvaluationStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00.123456Z");
    private static final Totals SPENT = new Totals(
            1,
            OptionalLong.of(70),
            OptionalLong.of(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Optional.of(new BigDecimal("0.25")));
    private static final AtomicInteger IDS = new AtomicInteger();

    private EvaluationStore store;
    private JdbcRuns runs;
    private RunStore runStore;

    abstract DataSource database();

    @BeforeEach
    void begin() {
        Flyway.configure().dataSource(database()).load().migrate();
        JdbcTemplate template = new JdbcTemplate(database());
        JdbcTransactionManager manager = new JdbcTransactionManager(database());
        store = JdbcEvaluations.store(template, manager);
        runs = new JdbcRuns(template, manager, diff -> {
            throw new AssertionError("No patch is stored here");
        });
        runStore = runs.store(new QueueOfNothing(), Clock.systemUTC(), 100_000);
    }

    private static String id() {
        return "%024x".formatted(IDS.incrementAndGet());
    }

    private static Evaluation evaluation(int members, int parallel, Budget budget) {
        return new Evaluation(
                new EvaluationId(id()),
                "a name \u00e4",
                EvaluationKind.GENERATE,
                "suite",
                "d".repeat(64),
                EvaluationState.QUEUED,
                false,
                false,
                Optional.empty(),
                "{\"samples\":3}",
                budget,
                parallel,
                7,
                0,
                NOW,
                Optional.empty(),
                Optional.empty(),
                EvaluationCounts.waiting(members),
                Totals.ZERO,
                Charged.NOTHING);
    }

    private Evaluation kept(int members, int parallel) {
        return kept(evaluation(members, parallel, Budget.unlimited()), Optional.empty());
    }

    private Evaluation kept(Evaluation evaluation, Optional<RunStore.IdempotencyKey> key) {
        List<NewMember> members = new ArrayList<>();
        for (int i = 0; i < evaluation.counts().instances(); i++) {
            members.add(new NewMember(new InstanceId("i-" + i), content(i)));
        }
        FieldProblem left = new FieldProblem("suite.instances[9]", "is not a JSON object", "Send one");
        assertThat(store.keep(new NewEvaluation(evaluation, members, List.of(left), Optional.empty()), key))
                .isEmpty();
        return evaluation;
    }

    private static MemberContent content(int number) {
        ObjectNode row =
                new JsonMapper().createObjectNode().put("problem_statement", "x \0 \ud800 \ud83d\ude00 " + number);
        return new MemberContent(row, List.of(new Prediction(new InstanceId("i-" + number), "m/\0", "diff \0")));
    }

    private Run newRun() {
        return new Run(
                new RunId(id()),
                new InstanceId("i"),
                RunState.QUEUED,
                false,
                7,
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Counts.none(),
                Optional.empty());
    }

    private void admit(Run run, RunBond bond) {
        runStore.admit(new NewRun(run, "{}", "{}", "{}"), Optional.empty(), bond);
    }

    private Member begun(Evaluation evaluation) {
        return begun(evaluation, Budget.unlimited());
    }

    private Member begun(Evaluation evaluation, Budget cap) {
        Member member = store.firstWaiting(evaluation.id()).orElseThrow();
        Run run = newRun();
        admit(run, id -> store.bind(member, id, cap, NOW));
        return store.runningAs(run.id()).orElseThrow();
    }

    private static Landed landed(Member member, MemberOutcome outcome) {
        return new Landed(
                member.attempts(),
                member.run(),
                outcome,
                counts(4),
                SPENT,
                Duration.ofSeconds(9),
                Optional.of("SAMPLES_DRAWN"),
                outcome == MemberOutcome.FAULT,
                Optional.of(
                        new RunProblem(RunProblem.Kind.ENVIRONMENT_UNAVAILABLE, Optional.of("f"), "m \0", "r", "")));
    }

    private static Counts counts(int samples) {
        return new Counts(samples, samples, samples, 0, 0, 0, 0, samples, 0, 0, 0, 0, 0);
    }

    private Evaluation land(Member member, MemberOutcome outcome) {
        return store.land(member, landed(member, outcome), Budget.unlimited(), NOW)
                .orElseThrow();
    }

    private Evaluation found(Evaluation evaluation) {
        return store.find(evaluation.id()).orElseThrow();
    }

    @Test
    void givesBackWhatItWasGiven() {
        Evaluation kept = kept(2, 3);

        assertThat(store.find(kept.id())).contains(kept);
        assertThat(store.content(kept.id(), 1)).contains(content(1));
        assertThat(store.problems(kept.id()))
                .singleElement()
                .hasFieldOrPropertyWithValue("field", "suite.instances[9]");
        assertThat(store.open()).contains(kept.id());
        assertThat(store.list(new EvaluationFilter(Optional.empty(), Optional.of(kept.digest()), Optional.empty(), 1))
                        .items())
                .containsExactly(kept);
    }

    @Test
    void keepsNothingUnderKeyThatWasUsed() {
        RunStore.IdempotencyKey key = new RunStore.IdempotencyKey("key-" + id(), "b".repeat(64));
        Evaluation first = kept(evaluation(1, 1, Budget.unlimited()), Optional.of(key));
        Evaluation second = evaluation(1, 1, Budget.unlimited());

        Optional<EvaluationStore.KeyUse> use =
                store.keep(new NewEvaluation(second, List.of(), List.of(), Optional.empty()), Optional.of(key));

        assertThat(use).contains(new EvaluationStore.KeyUse(first.id(), key.bodyDigest()));
        assertThat(store.find(second.id())).isEmpty();
    }

    @Test
    void countsWhatBeginsAndLands() {
        Evaluation evaluation = kept(3, 2);

        Member first = begun(evaluation);
        Member second = begun(evaluation);
        assertThat(found(evaluation).mayBegin()).isFalse();
        assertThat(found(evaluation).state()).isEqualTo(EvaluationState.RUNNING);
        assertThat(store.running(evaluation.id())).containsExactly(first, second);
        land(second, MemberOutcome.RESOLVED);
        land(first, MemberOutcome.UNRESOLVED);
        Evaluation end = land(begun(evaluation), MemberOutcome.RESOLVED);

        assertThat(end.state()).isEqualTo(EvaluationState.COMPLETED);
        assertThat(end.endReason()).contains(EvaluationEnd.ALL_ENDED);
        assertThat(end.counts())
                .isEqualTo(new EvaluationCounts(
                        3,
                        0,
                        0,
                        Map.of(MemberOutcome.RESOLVED, 2, MemberOutcome.UNRESOLVED, 1),
                        12,
                        3,
                        Duration.ofSeconds(27)));
        assertThat(end.cost().dollars()).contains(new BigDecimal("0.75"));
        assertThat(found(evaluation)).isEqualTo(end);
        assertThat(store.open()).doesNotContain(evaluation.id());
        assertThat(store.members(
                                evaluation.id(),
                                new MemberFilter(Optional.of(MemberOutcome.RESOLVED), Optional.empty(), -1, 1))
                        .next())
                .contains("1");
    }

    @Test
    void keepsNoRunOfMemberThatMayNotBegin() {
        Evaluation evaluation = kept(2, 1);
        Member waiting = store.firstWaiting(evaluation.id()).orElseThrow();
        begun(evaluation);
        Run late = newRun();

        assertThatThrownBy(() -> admit(late, id -> store.bind(waiting, id, Budget.unlimited(), NOW)))
                .isInstanceOf(NotNow.class);

        assertThat(runs.records().find(late.id())).isEmpty();
        assertThat(found(evaluation).counts().running()).isEqualTo(1);
    }

    @Test
    void beginsNoMemberThatRunsWhileOthersWait() {
        Evaluation evaluation = kept(2, 2);
        Member first = store.firstWaiting(evaluation.id()).orElseThrow();
        begun(evaluation);

        assertThatThrownBy(() -> admit(newRun(), id -> store.bind(first, id, Budget.unlimited(), NOW)))
                .isInstanceOf(NotNow.class);

        assertThat(store.running(evaluation.id())).hasSize(1);
    }

    @Test
    void bindsAttemptToOneRunHoweverManyTryAtOnce() throws Exception {
        Evaluation evaluation = kept(1, 8);
        Member waiting = store.firstWaiting(evaluation.id()).orElseThrow();
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(threads.submit(() -> {
                    try {
                        admit(newRun(), id -> store.bind(waiting, id, Budget.unlimited(), NOW));
                    } catch (NotNow late) {
                        refused.incrementAndGet();
                    }
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }

        assertThat(refused).hasValue(7);
        assertThat(store.running(evaluation.id())).hasSize(1);
        assertThat(found(evaluation).counts().running()).isEqualTo(1);
    }

    @Test
    void landsAttemptOnce() {
        Evaluation evaluation = kept(2, 1);
        Member member = begun(evaluation);
        land(member, MemberOutcome.RESOLVED);

        assertThat(store.land(member, landed(member, MemberOutcome.FAULT), Budget.unlimited(), NOW))
                .isEmpty();

        assertThat(found(evaluation).counts().attempts()).isEqualTo(1);
    }

    @Test
    void landsRowThatWasRefusedWithoutRun() {
        Evaluation evaluation = kept(1, 1);
        Member waiting = store.firstWaiting(evaluation.id()).orElseThrow();
        Landed refused = new Landed(
                1,
                Optional.empty(),
                MemberOutcome.UNSOUND,
                Counts.none(),
                Totals.ZERO,
                Duration.ZERO,
                Optional.empty(),
                true,
                Optional.empty());

        Evaluation end = store.land(waiting, refused, Budget.unlimited(), NOW).orElseThrow();

        assertThat(end.counts().waiting()).isZero();
        assertThat(end.state()).isEqualTo(EvaluationState.COMPLETED);
    }

    @Test
    void keepsWhatLandedUntilRetryLands() {
        Evaluation evaluation = kept(2, 2);
        Member broken = begun(evaluation);
        Member fine = begun(evaluation);
        land(broken, MemberOutcome.FAULT);
        land(fine, MemberOutcome.UNRESOLVED);

        store.retry(evaluation.id(), EvaluationChange.Changed::new);

        assertThat(found(evaluation).state()).isEqualTo(EvaluationState.RUNNING);
        assertThat(found(evaluation).counts().of(MemberOutcome.FAULT)).isEqualTo(1);
        Member again = begun(evaluation);
        assertThat(again.ordinal()).isEqualTo(broken.ordinal());
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(again.landed().orElseThrow().outcome()).isEqualTo(MemberOutcome.FAULT);
        Evaluation end = land(again, MemberOutcome.RESOLVED);
        assertThat(end.counts().of(MemberOutcome.FAULT)).isZero();
        assertThat(end.counts().of(MemberOutcome.RESOLVED)).isEqualTo(1);
        assertThat(end.state()).isEqualTo(EvaluationState.COMPLETED);
        assertThat(end.cost().dollars()).contains(new BigDecimal("0.75"));
    }

    @Test
    void refusesCapsThatTogetherGoBeyondTheBudget() {
        Budget budget = new Budget(OptionalLong.of(100), Optional.empty());
        Evaluation evaluation = kept(evaluation(3, 3, budget), Optional.empty());
        Budget most = new Budget(OptionalLong.of(60), Optional.empty());
        begun(evaluation, most);
        Member next = store.firstWaiting(evaluation.id()).orElseThrow();

        assertThatThrownBy(() -> admit(newRun(), id -> store.bind(next, id, most, NOW)))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void changesNothingWhereChangeIsImpossible() {
        Evaluation evaluation = kept(1, 1);
        long events = store.events(evaluation.id(), 0, 10).size();

        store.change(evaluation.id(), found -> new EvaluationChange.Impossible(found, "because"));

        assertThat(found(evaluation)).isEqualTo(evaluation);
        assertThat(store.events(evaluation.id(), 0, 10)).hasSize((int) events);
        assertThat(store.change(new EvaluationId("f".repeat(24)), EvaluationChange.Changed::new))
                .isInstanceOf(EvaluationChange.Unknown.class);
    }

    @Test
    void numbersEventsWithoutGap() {
        Evaluation evaluation = kept(1, 1);
        land(begun(evaluation), MemberOutcome.RESOLVED);

        assertThat(store.events(evaluation.id(), 0, 10))
                .extracting(EvaluationEvent::sequence)
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(store.events(evaluation.id(), 0, 10).getLast().data()).contains("ALL_ENDED");
        assertThat(store.members(
                                evaluation.id(),
                                new MemberFilter(Optional.empty(), Optional.of(MemberState.ENDED), -1, 10))
                        .items())
                .hasSize(1);
    }

    private static final class QueueOfNothing implements RunQueue {

        @Override
        public void add(RunId run) {}

        @Override
        public void wake() {}
    }
}
