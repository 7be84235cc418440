package dev.monkeywrench.verification;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The graded runs of one candidate, compared. A test is <em>contested</em> when it ended for and against the candidate,
 * or is suspect from elsewhere; all others are steady. For one thread.
 */
final class CandidateRuns {

    private static final int MOST_SHOWN = 100;

    private final Supplier<Baseline> baseline;
    private final Predicate<TestId> suspect;
    private final List<Verification> runs = new ArrayList<>();
    private final Map<TestId, Integer> against = new LinkedHashMap<>();
    private Optional<Verification> freshPass = Optional.empty();
    private boolean anyFresh;
    private Optional<Verification> failure = Optional.empty();

    CandidateRuns(Supplier<Baseline> baseline, Predicate<TestId> suspect) {
        this.baseline = baseline;
        this.suspect = suspect;
    }

    /** Whether a run was graded test by test; no other says which tests a verdict hangs on. */
    static boolean isGraded(Verification run) {
        return switch (run.verdict()) {
            case Verdict.Passed passed -> true;
            case Verdict.Failed failed -> !run.report().statuses().isEmpty();
            case Verdict.NotApplied refused -> false;
            case Verdict.TimedOut late -> false;
            case Verdict.Tampered tampered -> false;
            case Verdict.Inconclusive unknown -> false;
        };
    }

    /**
     * @param fresh whether its sandbox was fresh: only such a one can show that a candidate passes
     */
    void add(Verification run, boolean fresh) {
        runs.add(run);
        anyFresh |= fresh;
        if (run.verdict() instanceof Verdict.Failed failed) {
            failure = Optional.of(run);
            Set<TestId> named = new LinkedHashSet<>(failed.stillFailing());
            named.addAll(failed.broken());
            named.forEach(test -> against.merge(test, 1, Integer::sum));
        } else if (fresh) {
            freshPass = Optional.of(run);
        }
    }

    int count() {
        return runs.size();
    }

    boolean anyFresh() {
        return anyFresh;
    }

    /** The last whole run in a fresh sandbox in which everything passed. */
    Optional<Verification> freshPass() {
        return freshPass;
    }

    Verification last() {
        return runs.getLast();
    }

    /** Of the runs from the given one on, in their sandboxes. */
    Duration elapsedFrom(int run) {
        return runs.stream().skip(run).map(Verification::elapsed).reduce(Duration.ZERO, Duration::plus);
    }

    /** How often a test went against the candidate. */
    int against(TestId test) {
        return against.getOrDefault(test, 0);
    }

    /** Tests that went against the candidate in every run, and are not suspect. */
    Set<TestId> steadilyAgainst() {
        Set<TestId> found = new LinkedHashSet<>();
        against.forEach((test, times) -> {
            if (times == count() && !suspect.test(test)) {
                found.add(test);
            }
        });
        return found;
    }

    Set<TestId> contested() {
        Set<TestId> found = differing();
        CandidateJudge.expectedIds(expected()).stream().filter(suspect).forEach(found::add);
        return found;
    }

    /** Tests that ended for and against the candidate. */
    Set<TestId> differing() {
        Set<TestId> found = new LinkedHashSet<>();
        against.forEach((test, times) -> {
            if (times < count()) {
                found.add(test);
            }
        });
        return found;
    }

    boolean isFailToPass(TestId test) {
        return expected().failToPass().contains(test);
    }

    private ExpectedTests expected() {
        return baseline.get().expected();
    }

    /** Failed for these tests, with what the last failing run said. */
    Verification failed(Set<TestId> decided) {
        Verification run = failure.orElseThrow();
        if (count() == 1) {
            return run.with(trials(confidenceAgainst(decided), isFirmAgainst(decided)));
        }
        Verdict.Failed said = (Verdict.Failed) run.verdict();
        Verdict verdict = new Verdict.Failed(
                expected().failToPass().stream().filter(decided::contains).toList(),
                expected().passToPass().stream().filter(decided::contains).toList(),
                said.reason() + "; the tests ran " + count() + " times");
        return run.as(verdict).with(trials(confidenceAgainst(decided), isFirmAgainst(decided)));
    }

    Verification passed() {
        int most = against.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int times = count() - most;
        boolean firm = Odds.evidence(times, count()) >= Odds.ENOUGH;
        return freshPass.orElseThrow().with(trials(Odds.posterior(times, count()), firm));
    }

    /** Neither: the tests named go now this way, now that. */
    Verification undecided(Set<TestId> open) {
        List<TestId> some = open.stream().limit(5).toList();
        String reason = "The verdict hangs on " + open.size() + " flaky tests and is not decided after " + count()
                + " runs: " + some + (open.size() > some.size() ? " and others" : "");
        double leaning = open.stream()
                .mapToDouble(test -> Odds.posterior(count() - against(test), count()))
                .min()
                .orElse(0.5);
        return last().as(new Verdict.Inconclusive(reason, false)).with(trials(Math.max(leaning, 1 - leaning), false));
    }

    private double confidenceAgainst(Set<TestId> decided) {
        return decided.stream()
                .mapToDouble(test -> Odds.posterior(against(test), count()))
                .max()
                .orElse(0.5);
    }

    private boolean isFirmAgainst(Set<TestId> decided) {
        return decided.stream().anyMatch(test -> Odds.evidence(against(test), count()) >= Odds.ENOUGH);
    }

    private Trials trials(double confidence, boolean firm) {
        List<TestReport> reports = runs.stream().map(Verification::report).toList();
        List<Trials.FlakyTest> flaky = contested().stream()
                .limit(MOST_SHOWN)
                .map(test -> flaky(test, reports))
                .toList();
        int before = baseline.get().flakiness().map(Flakiness::runs).orElse(1);
        return new Trials(count(), before, flaky, confidence, firm);
    }

    private Trials.FlakyTest flaky(TestId test, List<TestReport> reports) {
        Tally before = baseline.get()
                .flakiness()
                .map(known -> known.flaky().getOrDefault(test, Tally.none()))
                .orElse(Tally.none());
        int rarer = Math.min(against(test), count() - against(test));
        return new Trials.FlakyTest(test, before, Flakiness.tally(test, reports), Odds.mean(rarer, count()));
    }
}
