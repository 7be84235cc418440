package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.patch.Patches;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** How often a candidate runs, and what its verdict is then. */
class RepetitionTest {

    private static final TestId REPAIRED = new TestId("t.py::repaired");
    private static final TestId KEPT = new TestId("t.py::kept");
    private static final ExpectedTests EXPECTED = new ExpectedTests(List.of(REPAIRED), List.of(KEPT));
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final RepeatPolicy POLICY = new RepeatPolicy(3, 2, Duration.ofSeconds(7), 20, Duration.ofMinutes(1));

    private final Deque<Verification> script = new ArrayDeque<>();
    private int runs;

    @Test
    void failureOfATestThatWasNeverFlakyStandsAfterOneRun() throws Exception {
        then(failed(REPAIRED));
        Verification verification = settle(POLICY, steady());
        assertThat(verification.verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(runs).isEqualTo(1);
        assertThat(verification.trials().orElseThrow().firm()).isFalse();
    }

    @Test
    void keptSandboxMayFailACandidateAndNotPassIt() throws Exception {
        Verification failed = new Repetition(RepetitionTest::steady, Suspects.of(steady()), RepeatPolicy.once())
                .settle(digest(), Optional.of(failed(REPAIRED)), this::next);
        assertThat(failed.verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(runs).isZero();
        then(passed());
        Verification passed = new Repetition(RepetitionTest::steady, Suspects.of(steady()), RepeatPolicy.once())
                .settle(digest(), Optional.of(passed()), this::next);
        assertThat(passed.verdict()).isEqualTo(new Verdict.Passed());
        assertThat(runs).isEqualTo(1);
        assertThat(passed.trials().orElseThrow().runs()).isEqualTo(2);
    }

    @Test
    void passIsRunUntilItIsFirm() throws Exception {
        passes(9);
        Trials trials = settle(POLICY, steady()).trials().orElseThrow();
        assertThat(runs).isEqualTo(9);
        assertThat(trials.firm()).isTrue();
        assertThat(trials.confidence()).isGreaterThan(0.99);
    }

    /** Nobody picks the luckiest of predictions: one fresh run tells, and says that it is not firm. */
    @Test
    void passThatWasSeenOnceCountsWhereThatIsAskedFor() throws Exception {
        passes(1);
        Trials trials = settle(POLICY.once(true), steady()).trials().orElseThrow();
        assertThat(runs).isEqualTo(1);
        assertThat(trials.firm()).isFalse();
    }

    @Test
    void flakyTestsAreRepeatedEvenWhereOnePassCounts() throws Exception {
        passes(9);
        assertThat(settle(POLICY.once(true), flaky(REPAIRED)).verdict()).isEqualTo(new Verdict.Passed());
        assertThat(runs).isEqualTo(9);
    }

    @Test
    void passOfLongTestsGetsNoMoreThanItsRuns() throws Exception {
        passes(2);
        RepeatPolicy hasty = new RepeatPolicy(3, 2, Duration.ofMillis(900), 20, Duration.ofMinutes(1));
        Verification verification = settle(hasty, steady());
        assertThat(verification.verdict()).isEqualTo(new Verdict.Passed());
        assertThat(verification.trials().orElseThrow().firm()).isFalse();
    }

    @Test
    void regressionAloneIsLookedAtTwice() throws Exception {
        then(failed(KEPT));
        then(failed(KEPT));
        assertThat(settle(POLICY, steady()).verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void regressionThatDoesNotComeAgainDoesNotFailACandidate() throws Exception {
        then(failed(KEPT));
        passes(19);
        Verification verification = settle(POLICY, steady());
        assertThat(verification.verdict()).isEqualTo(new Verdict.Passed());
        Trials.FlakyTest flaky = verification.trials().orElseThrow().flaky().getFirst();
        assertThat(flaky.test()).isEqualTo(KEPT);
        assertThat(flaky.before()).isEqualTo(Tally.none());
        assertThat(flaky.after()).isEqualTo(new Tally(runs - 1, 1, 0, 0, 0));
        assertThat(flaky.flakeProbability()).isBetween(0.05, 0.2);
    }

    @Test
    void passByATestThatPassesWithoutAPatchNeedsNineRuns() throws Exception {
        passes(9);
        Verification verification = settle(RepeatPolicy.once(), flaky(REPAIRED));
        assertThat(verification.verdict()).isEqualTo(new Verdict.Passed());
        assertThat(runs).isEqualTo(9);
        assertThat(verification.trials().orElseThrow().flaky().getFirst().before())
                .isEqualTo(new Tally(1, 2, 0, 0, 0));
    }

    @Test
    void coinIsNeitherPassNorFailure() throws Exception {
        for (int i = 0; i < 10; i++) {
            then(passed());
            then(failed(KEPT));
        }
        Verification verification = settle(POLICY, flaky(KEPT));
        assertThat(verification.verdict()).isInstanceOfSatisfying(Verdict.Inconclusive.class, open -> {
            assertThat(open.retryable()).isFalse();
            assertThat(open.reason()).contains(KEPT.value());
        });
        assertThat(runs).isEqualTo(20);
    }

    @Test
    void runThatIsCutShortEndsTheRepeating() throws Exception {
        passes(1);
        then(new Verification(new Verdict.TimedOut("late"), TestReport.none(), List.of(), "", SECOND));
        assertThat(settle(POLICY, steady()).verdict()).isInstanceOf(Verdict.TimedOut.class);
    }

    @Test
    void testIsSuspectForOthersOnceTwoCandidatesTossIt() throws Exception {
        Suspects suspects = Suspects.of(steady());
        suspects.learn(List.of(KEPT), digest());
        assertThat(suspects.contains(KEPT)).isFalse();
        suspects.learn(List.of(KEPT), Patches.none().digest());
        assertThat(suspects.contains(KEPT)).isTrue();
    }

    private Verification settle(RepeatPolicy policy, Baseline baseline) throws InterruptedException {
        return new Repetition(() -> baseline, Suspects.of(baseline), policy)
                .settle(digest(), Optional.empty(), this::next);
    }

    private static PatchDigest digest() {
        return new PatchDigest("a".repeat(64));
    }

    private Verification next() {
        runs++;
        return script.remove();
    }

    private void then(Verification run) {
        script.add(run);
    }

    private void passes(int times) {
        for (int i = 0; i < times; i++) {
            then(passed());
        }
    }

    private static Verification passed() {
        return new Verification(new Verdict.Passed(), report(List.of()), List.of(), "", SECOND);
    }

    private static Verification failed(TestId... tests) {
        List<TestId> failing = List.of(tests);
        Verdict verdict = new Verdict.Failed(
                failing.stream().filter(EXPECTED.failToPass()::contains).toList(),
                failing.stream().filter(EXPECTED.passToPass()::contains).toList(),
                "failed");
        return new Verification(verdict, report(failing), List.of(), "", SECOND);
    }

    private static TestReport report(List<TestId> failing) {
        Map<TestId, TestStatus> statuses = new LinkedHashMap<>();
        for (TestId test : List.of(REPAIRED, KEPT)) {
            statuses.put(test, failing.contains(test) ? TestStatus.FAILED : TestStatus.PASSED);
        }
        return new TestReport(statuses, true, OptionalInt.empty());
    }

    private static Baseline steady() {
        return baseline(List.of(report(List.of(REPAIRED))));
    }

    /** A test that passed in one of three runs of the unpatched tree. */
    private static Baseline flaky(TestId test) {
        List<TestReport> reports = new ArrayList<>();
        reports.add(report(test.equals(KEPT) ? List.of(REPAIRED, KEPT) : List.of(REPAIRED)));
        reports.add(reports.getFirst());
        reports.add(report(test.equals(KEPT) ? List.of(REPAIRED) : List.of()));
        return baseline(reports);
    }

    private static Baseline baseline(List<TestReport> reports) {
        return new Baseline(
                EXPECTED,
                List.of(),
                reports.getFirst(),
                Optional.empty(),
                SECOND,
                Optional.of(Flakiness.of(reports)),
                Optional.empty(),
                Optional.empty());
    }
}
