package dev.monkeywrench.evaluation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.evaluation.Evaluation;
import dev.monkeywrench.evaluation.EvaluationChange;
import dev.monkeywrench.evaluation.EvaluationCounts;
import dev.monkeywrench.evaluation.EvaluationEnd;
import dev.monkeywrench.evaluation.EvaluationEvent;
import dev.monkeywrench.evaluation.EvaluationFilter;
import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.evaluation.EvaluationState;
import dev.monkeywrench.evaluation.EvaluationStore;
import dev.monkeywrench.evaluation.Landed;
import dev.monkeywrench.evaluation.Member;
import dev.monkeywrench.evaluation.MemberFilter;
import dev.monkeywrench.evaluation.MemberOutcome;
import dev.monkeywrench.evaluation.NewEvaluation;
import dev.monkeywrench.evaluation.NotNow;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.ledger.Totals;
import dev.monkeywrench.run.Counts;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a store of evaluations promises, on whichever database. */
abstract class EvaluationStoreContract extends EvaluationStoreFixture {

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
    }
}
