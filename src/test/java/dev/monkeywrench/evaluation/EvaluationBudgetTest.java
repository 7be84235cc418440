package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.ledger.Totals;
import dev.monkeywrench.run.Counts;
import dev.monkeywrench.run.RunId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The budget of a whole evaluation. */
class EvaluationBudgetTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final Budget OWN = Budget.unlimited();

    private static Budget tokens(long tokens) {
        return new Budget(OptionalLong.of(tokens), Optional.empty());
    }

    private static Totals spent(OptionalLong tokens) {
        return new Totals(1, tokens, tokens, Duration.ZERO, Duration.ZERO, Duration.ZERO, Optional.of(BigDecimal.ONE));
    }

    private static Evaluation running(int members) {
        return new Evaluation(
                        new EvaluationId("0".repeat(24)),
                        "n",
                        EvaluationKind.GENERATE,
                        "s",
                        "d",
                        EvaluationState.QUEUED,
                        false,
                        false,
                        Optional.empty(),
                        "{}",
                        tokens(1000),
                        1,
                        1,
                        0,
                        NOW,
                        Optional.empty(),
                        Optional.empty(),
                        EvaluationCounts.waiting(members),
                        Totals.ZERO,
                        Charged.NOTHING)
                .begun(NOW);
    }

    private static Landing landing(String stopReason, OptionalLong tokens, int samples, Budget cap) {
        Counts counts = new Counts(samples, samples, samples, 0, 0, 0, 0, samples, 0, 0, 0, 0, 0);
        Landed landed = new Landed(
                1,
                Optional.of(new RunId("a".repeat(24))),
                MemberOutcome.UNRESOLVED,
                counts,
                spent(tokens),
                Duration.ZERO,
                Optional.of(stopReason),
                false,
                Optional.empty());
        return new Landing(landed, Optional.empty(), cap);
    }

    @Test
    void sharesTheRestAmongThoseThatMayBegin() {
        Allowance allowance = new Allowance(tokens(1000), new Charged(400, BigDecimal.ZERO));

        assertThat(allowance.share(OWN, 3)).contains(tokens(200));
        assertThat(allowance.share(tokens(50), 3)).contains(tokens(50));
        assertThat(new Allowance(tokens(1000), new Charged(1000, BigDecimal.ZERO)).share(OWN, 1))
                .isEmpty();
    }

    @Test
    void sharesDollarsWithoutRoundingUp() {
        Budget dollars = new Budget(OptionalLong.empty(), Optional.of(BigDecimal.TEN));

        assertThat(new Allowance(dollars, Charged.NOTHING)
                        .share(OWN, 3)
                        .orElseThrow()
                        .dollars())
                .contains(new BigDecimal("3.333333"));
    }

    @Test
    void endsWhenTheRestIsLessThanOneSample() {
        Evaluation end = running(2)
                .landed(landing("BUDGET_SPENT", OptionalLong.of(450), 9, tokens(1000)), Charged.NOTHING, OWN, NOW);
        assertThat(end.state()).isEqualTo(EvaluationState.RUNNING);

        Evaluation over = running(2)
                .landed(landing("BUDGET_SPENT", OptionalLong.of(460), 5, tokens(1000)), Charged.NOTHING, OWN, NOW);
        assertThat(over.state()).isEqualTo(EvaluationState.COMPLETED);
        assertThat(over.endReason()).contains(EvaluationEnd.BUDGET_SPENT);
        assertThat(over.counts().waiting()).isEqualTo(1);
    }

    @Test
    void runThatSpentItsOwnBudgetSaysNothingOfTheWhole() {
        Budget own = tokens(900);

        Evaluation after =
                running(2).landed(landing("BUDGET_SPENT", OptionalLong.of(460), 5, own), Charged.NOTHING, own, NOW);

        assertThat(after.exhausted()).isFalse();
    }

    @Test
    void unknownUsageCountsAsAllThatWasAllowed() {
        Evaluation after = running(2)
                .landed(landing("SAMPLES_DRAWN", OptionalLong.empty(), 5, tokens(300)), Charged.NOTHING, OWN, NOW);

        assertThat(after.charged().tokens()).isEqualTo(300);
    }

    @Test
    void lastMemberThatSpendsTheBudgetEndsItAsAllEnded() {
        Evaluation end = running(1)
                .landed(landing("BUDGET_SPENT", OptionalLong.of(500), 1, tokens(1000)), Charged.NOTHING, OWN, NOW);

        assertThat(end.endReason()).contains(EvaluationEnd.ALL_ENDED);
        assertThat(end.rest()).isEmpty();
    }
}
