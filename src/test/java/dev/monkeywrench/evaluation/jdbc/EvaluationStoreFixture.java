package dev.monkeywrench.evaluation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.evaluation.Charged;
import dev.monkeywrench.evaluation.Evaluation;
import dev.monkeywrench.evaluation.EvaluationCounts;
import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.EvaluationKind;
import dev.monkeywrench.evaluation.EvaluationState;
import dev.monkeywrench.evaluation.EvaluationStore;
import dev.monkeywrench.evaluation.Landed;
import dev.monkeywrench.evaluation.Member;
import dev.monkeywrench.evaluation.MemberContent;
import dev.monkeywrench.evaluation.MemberOutcome;
import dev.monkeywrench.evaluation.NewEvaluation;
import dev.monkeywrench.evaluation.NewMember;
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
import dev.monkeywrench.run.RunStore;
import dev.monkeywrench.run.jdbc.JdbcRuns;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Evaluations, members and runs to try a store of evaluations with. */
abstract class EvaluationStoreFixture {

    static final Instant NOW = Instant.parse("2026-11-21T03:00:00.123456Z");
    private static final Totals SPENT = new Totals(
            1,
            OptionalLong.of(70),
            OptionalLong.of(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Optional.of(new BigDecimal("0.25")));
    private static final AtomicInteger IDS = new AtomicInteger();

    EvaluationStore store;
    JdbcRuns runs;
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

    static String id() {
        return "%024x".formatted(IDS.incrementAndGet());
    }

    static Evaluation evaluation(int members, int parallel, Budget budget) {
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

    Evaluation kept(int members, int parallel) {
        return kept(evaluation(members, parallel, Budget.unlimited()), Optional.empty());
    }

    Evaluation kept(Evaluation evaluation, Optional<RunStore.IdempotencyKey> key) {
        List<NewMember> members = new ArrayList<>();
        for (int i = 0; i < evaluation.counts().instances(); i++) {
            members.add(new NewMember(new InstanceId("i-" + i), content(i)));
        }
        FieldProblem left = new FieldProblem("suite.instances[9]", "is not a JSON object", "Send one");
        assertThat(store.keep(new NewEvaluation(evaluation, members, List.of(left), Optional.empty()), key))
                .isEmpty();
        return evaluation;
    }

    static MemberContent content(int number) {
        ObjectNode row =
                new JsonMapper().createObjectNode().put("problem_statement", "x \0 \ud800 \ud83d\ude00 " + number);
        return new MemberContent(row, List.of(new Prediction(new InstanceId("i-" + number), "m/\0", "diff \0")));
    }

    Run newRun() {
        return Run.queued(new RunId(id()), new InstanceId("i"), 7, NOW);
    }

    void admit(Run run, RunBond bond) {
        runStore.admit(new NewRun(run, "{}", "{}", "{}"), Optional.empty(), bond);
    }

    Member begun(Evaluation evaluation) {
        return begun(evaluation, Budget.unlimited());
    }

    Member begun(Evaluation evaluation, Budget cap) {
        Member member = store.firstWaiting(evaluation.id()).orElseThrow();
        Run run = newRun();
        admit(run, id -> store.bind(member, id, cap, NOW));
        return store.runningAs(run.id()).orElseThrow();
    }

    static Landed landed(Member member, MemberOutcome outcome) {
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

    Evaluation land(Member member, MemberOutcome outcome) {
        return store.land(member, landed(member, outcome), Budget.unlimited(), NOW)
                .orElseThrow();
    }

    Evaluation found(Evaluation evaluation) {
        return store.find(evaluation.id()).orElseThrow();
    }

    private static final class QueueOfNothing implements RunQueue {

        @Override
        public void add(RunId run) {}

        @Override
        public void wake() {}
    }
}
