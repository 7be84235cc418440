package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In which order the tests of candidates run, and when in none of ours. */
class SequenceTest {

    private static final TestId REPAIRED = new TestId("t.py::repaired");
    private static final TestId QUIET = new TestId("t.py::quiet");
    private static final TestId OFTEN = new TestId("t.py::often");
    private static final TestId SELDOM = new TestId("t.py::seldom");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void regressionsThatWereMostFrequentComeFirst() {
        Sequence sequence = sequence(StatusDemand.UNTIL_DECIDED, harmless());
        sequence.learned(failed(SELDOM));
        sequence.learned(failed(OFTEN));
        sequence.learned(failed(OFTEN));
        TestOrder order = sequence.next().orElseThrow();
        assertThat(order.first()).containsExactly(REPAIRED);
        assertThat(order.then()).containsExactly(OFTEN, SELDOM);
        assertThat(order.rest()).containsExactly(QUIET);
        assertThat(order.stop()).isTrue();
    }

    @Test
    void orderIsNaturalWhereItWasNotTriedOrMatteredOrEverythingIsAskedFor() {
        assertThat(sequence(StatusDemand.UNTIL_DECIDED, Optional.empty()).next())
                .isEmpty();
        OrderedRun harmful = new OrderedRun(Duration.ZERO, Duration.ZERO, List.of(QUIET));
        assertThat(sequence(StatusDemand.UNTIL_DECIDED, Optional.of(harmful)).next())
                .isEmpty();
        assertThat(sequence(StatusDemand.FULL, harmless()).next()).isEmpty();
    }

    @Test
    void orderIsGivenUpWhenACandidatePassesWithoutIt() {
        Sequence sequence = sequence(StatusDemand.UNTIL_DECIDED, harmless());
        assertThat(List.of(sequence.audits(), sequence.audits(), sequence.audits(), sequence.audits()))
                .containsExactly(true, true, true, false);
        sequence.audited(failed(QUIET));
        assertThat(sequence.next()).isPresent();
        sequence.audited(
                new Verification(new Verdict.Passed(), TestReport.none(), List.of(), "", Duration.ofSeconds(1)));
        assertThat(sequence.next()).isEmpty();
    }

    /** Two of forty seconds belong to the repaired test: of five minutes that is less than the whole tree took. */
    @Test
    void firstLimitIsItsShareAndNeverLessThanTheUnpatchedTreeTook() {
        assertThat(limit(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(40));
        assertThat(limit(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(150));
    }

    private static Duration limit(Duration first) {
        OrderedRun run = new OrderedRun(first, Duration.ofSeconds(40), List.of());
        return sequence(StatusDemand.UNTIL_DECIDED, Optional.of(run))
                .next()
                .orElseThrow()
                .firstLimit();
    }

    private static Optional<OrderedRun> harmless() {
        return Optional.of(new OrderedRun(Duration.ofSeconds(1), Duration.ofSeconds(2), List.of()));
    }

    private static Verification failed(TestId broken) {
        return new Verification(
                new Verdict.Failed(List.of(), List.of(broken), "failed"),
                TestReport.none(),
                List.of(),
                "",
                Duration.ofSeconds(1));
    }

    private static Sequence sequence(StatusDemand demand, Optional<OrderedRun> ordered) {
        Baseline baseline = new Baseline(
                new ExpectedTests(List.of(REPAIRED), List.of(QUIET, OFTEN, SELDOM)),
                List.of(),
                TestReport.none(),
                Optional.empty(),
                Duration.ofSeconds(40),
                Optional.empty(),
                ordered,
                Optional.empty());
        return new Sequence(baseline, demand, LIMIT);
    }
}
