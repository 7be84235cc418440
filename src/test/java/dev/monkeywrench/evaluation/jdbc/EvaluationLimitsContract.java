package dev.monkeywrench.evaluation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.evaluation.Evaluation;
import dev.monkeywrench.evaluation.EvaluationChange;
import dev.monkeywrench.evaluation.EvaluationEnd;
import dev.monkeywrench.evaluation.EvaluationState;
import dev.monkeywrench.evaluation.Landed;
import dev.monkeywrench.evaluation.Member;
import dev.monkeywrench.evaluation.MemberFilter;
import dev.monkeywrench.evaluation.MemberOutcome;
import dev.monkeywrench.evaluation.MemberState;
import dev.monkeywrench.evaluation.OtherBudget;
import dev.monkeywrench.evaluation.OtherLimits;
import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Budget;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a store of evaluations promises of their limits, on whichever database. Each attempt that lands spent 100 tokens. */
abstract class EvaluationLimitsContract extends EvaluationStoreFixture {

    private static final Budget OWN = Budget.unlimited();

    private static Budget tokens(long tokens) {
        return new Budget(OptionalLong.of(tokens), Optional.empty());
    }

    private static OtherLimits limit(long tokens) {
        return new OtherLimits(OptionalInt.empty(), new OtherBudget(true, false, tokens(tokens)));
    }

    private Evaluation kept(int members, int parallel, long tokens) {
        return kept(evaluation(members, parallel, tokens(tokens)), Optional.empty());
    }

    /** Its run ended as its cap was spent. */
    private Evaluation cut(Member member, MemberOutcome outcome) {
        Landed whole = landed(member, outcome);
        Landed cut = new Landed(
                whole.attempt(),
                whole.run(),
                outcome,
                whole.counts(),
                whole.cost(),
                whole.time(),
                Optional.of("BUDGET_SPENT"),
                false,
                Optional.empty());
        return store.land(member, cut, OWN, NOW).orElseThrow();
    }

    private List<Integer> waiting(Evaluation evaluation) {
        MemberFilter filter = new MemberFilter(Optional.empty(), Optional.of(MemberState.WAITING), -1, 1_000);
        return store.members(evaluation.id(), filter).items().stream()
                .map(Member::ordinal)
                .toList();
    }

    private List<String> refused(Evaluation evaluation, OtherLimits limits) {
        EvaluationChange change = store.limit(evaluation.id(), limits, OWN);
        assertThat(change).isInstanceOf(EvaluationChange.Refused.class);
        return ((EvaluationChange.Refused) change)
                .problems().stream().map(FieldProblem::problem).toList();
    }

    /** One resolved, one cut short with nothing left for the third. */
    private Evaluation spent() {
        Evaluation evaluation = kept(3, 1, 210);
        land(begun(evaluation, tokens(70)), MemberOutcome.UNRESOLVED);
        Evaluation end = cut(begun(evaluation, tokens(110)), MemberOutcome.RESOLVED);
        assertThat(end.endReason()).contains(EvaluationEnd.BUDGET_SPENT);
        return end;
    }

    @Test
    void raiseTakesUpWhatWasLeftUndoneAndNothingElse() {
        Evaluation spent = spent();

        store.limit(spent.id(), limit(1_000), OWN);

        Evaluation raised = found(spent);
        assertThat(raised.state()).isEqualTo(EvaluationState.RUNNING);
        assertThat(raised.endReason()).isEmpty();
        assertThat(raised.endedAt()).isEmpty();
        assertThat(raised.budget()).isEqualTo(tokens(1_000));
        assertThat(raised.charged()).isEqualTo(spent.charged());
        assertThat(raised.cost()).isEqualTo(spent.cost());
        assertThat(waiting(spent)).containsExactly(1, 2);
        assertThat(raised.counts().waiting()).isEqualTo(2);
        assertThat(raised.counts().of(MemberOutcome.RESOLVED)).isEqualTo(1);
        assertThat(raised.mayBegin()).isTrue();
        assertThat(store.open()).contains(spent.id());
    }

    @Test
    void beginsWhatNeverBeganBeforeWhatWasCutShort() {
        Evaluation spent = spent();
        store.limit(spent.id(), limit(1_000), OWN);

        Member first = begun(spent, tokens(300));
        land(first, MemberOutcome.RESOLVED);
        Member second = begun(spent, tokens(300));
        Evaluation end = land(second, MemberOutcome.UNRESOLVED);

        assertThat(first.ordinal()).isEqualTo(2);
        assertThat(second.ordinal()).isEqualTo(1);
        assertThat(second.attempts()).isEqualTo(2);
        assertThat(end.endReason()).contains(EvaluationEnd.ALL_ENDED);
        assertThat(end.charged().tokens()).isEqualTo(400);
        assertThat(end.counts().of(MemberOutcome.RESOLVED)).isEqualTo(1);
        assertThat(end.counts().attempts()).isEqualTo(4);
    }

    @Test
    void takesUpWhatWasCutShortWhereNobodyWaited() {
        Evaluation evaluation = kept(150, 200, 1_000_000);
        for (int i = 0; i < 149; i++) {
            land(begun(evaluation, tokens(90)), MemberOutcome.UNRESOLVED);
        }
        Evaluation end = cut(begun(evaluation, tokens(90)), MemberOutcome.UNRESOLVED);
        assertThat(end.endReason()).contains(EvaluationEnd.ALL_ENDED);

        store.limit(evaluation.id(), limit(2_000_000), OWN);

        assertThat(waiting(evaluation)).containsExactly(149);
        assertThat(found(evaluation).state()).isEqualTo(EvaluationState.RUNNING);
    }

    @Test
    void runThatSpentWhatItsPlanAllowsIsDone() {
        Evaluation evaluation = kept(1, 1, 1_000);
        cut(begun(evaluation, tokens(110)), MemberOutcome.UNRESOLVED);

        EvaluationChange change = store.limit(evaluation.id(), limit(2_000), tokens(110));

        assertThat(change).isInstanceOf(EvaluationChange.Impossible.class);
    }

    @Test
    void refusesLessThanIsSpentAndChangesNothing() {
        Evaluation spent = spent();
        int events = store.events(spent.id(), 0, 100).size();

        assertThat(refused(spent, limit(199)))
                .containsExactly("is 199, less than the 200 that the evaluation has spent");
        assertThat(refused(spent, limit(210)))
                .containsExactly("does not go beyond the present one, and the evaluation has ended");

        assertThat(found(spent)).isEqualTo(spent);
        assertThat(waiting(spent)).containsExactly(2);
        assertThat(store.events(spent.id(), 0, 100)).hasSize(events);
    }

    @Test
    void lowersToWhatIsSpentAndReservedAndWakesNobody() {
        Evaluation evaluation = kept(3, 2, 1_000);
        cut(begun(evaluation, tokens(200)), MemberOutcome.UNRESOLVED);
        begun(evaluation, tokens(300));

        assertThat(refused(evaluation, limit(399)))
                .containsExactly("is 399, less than the 100 that the evaluation has spent and the 300 that its runs"
                        + " may still spend");
        store.limit(evaluation.id(), limit(400), OWN);

        assertThat(found(evaluation).budget()).isEqualTo(tokens(400));
        assertThat(waiting(evaluation)).containsExactly(2);
    }

    @Test
    void refusesToChangeWhatIsWholeOrCancelled() {
        Evaluation whole = kept(1, 1, 1_000);
        land(begun(whole, tokens(500)), MemberOutcome.UNRESOLVED);
        Evaluation cancelled = kept(1, 1, 1_000);
        store.change(cancelled.id(), found -> new EvaluationChange.Changed(cancelledAt(found)));

        for (Evaluation each : List.of(whole, cancelled)) {
            Evaluation before = found(each);
            assertThat(store.limit(each.id(), limit(9_000), OWN)).isInstanceOf(EvaluationChange.Impossible.class);
            assertThat(found(each)).isEqualTo(before);
        }
    }

    private static Evaluation cancelledAt(Evaluation found) {
        return new Evaluation(
                found.id(),
                found.name(),
                found.kind(),
                found.suite(),
                found.digest(),
                EvaluationState.CANCELLED,
                true,
                false,
                Optional.of(EvaluationEnd.CANCELLED),
                found.plan(),
                found.budget(),
                found.parallel(),
                found.seed(),
                found.stopAfter(),
                found.createdAt(),
                found.startedAt(),
                Optional.of(NOW),
                found.counts(),
                found.cost(),
                found.charged());
    }

    @Test
    void leavesLimitsThatAreNotNamed() {
        Evaluation evaluation = kept(2, 1, 1_000);

        store.limit(evaluation.id(), new OtherLimits(OptionalInt.of(7), new OtherBudget(false, false, OWN)), OWN);
        assertThat(found(evaluation).parallel()).isEqualTo(7);
        assertThat(found(evaluation).budget()).isEqualTo(tokens(1_000));

        store.limit(evaluation.id(), new OtherLimits(OptionalInt.empty(), new OtherBudget(true, true, OWN)), OWN);
        assertThat(found(evaluation).parallel()).isEqualTo(7);
        assertThat(found(evaluation).budget()).isEqualTo(Budget.unlimited());
    }
}
