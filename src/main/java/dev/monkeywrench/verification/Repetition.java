package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.patch.PatchDigest;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs a candidate until its verdict does not hang on luck, or as often as it may.
 *
 * <p>A failure stands after one run when a FAIL_TO_PASS that was never flaky decides it: that is how nearly all
 * candidates end. Everything else is run again: what passes, what fails by regressions alone, and what hangs on a test
 * that was ever flaky, until {@link Odds} close the question. See docs/verification.md.
 */
record Repetition(Supplier<Baseline> baseline, Suspects suspects, RepeatPolicy policy) {

    /** One more run in a fresh sandbox. */
    @FunctionalInterface
    interface FreshRun {

        Verification run() throws InterruptedException;
    }

    /**
     * The verdict.
     *
     * @param kept of a first run, in a kept sandbox or in another order: can show that a candidate fails, and not that it
     *     passes
     */
    Verification settle(PatchDigest candidate, Optional<Verification> kept, FreshRun fresh)
            throws InterruptedException {
        CandidateRuns runs = new CandidateRuns(baseline, suspects::contains);
        kept.filter(run -> CandidateRuns.isGraded(run) && (isWhole(run) || failsAlone(run)))
                .ifPresent(run -> runs.add(run, false));
        Optional<Verification> settled = runs.count() == 0 ? Optional.empty() : settled(runs);
        while (settled.isEmpty()) {
            Verification run = fresh.run();
            if (!CandidateRuns.isGraded(run)) {
                return run;
            }
            runs.add(run, true);
            suspects.learn(runs.differing(), candidate);
            settled = settled(runs);
        }
        return settled.get();
    }

    /** Whether a run that was ended by a regression is to be seen once more in the same order. */
    boolean maySettleBySecond(Verification first) {
        return policy.passRuns() <= 2
                && !isWhole(first)
                && first.verdict() instanceof Verdict.Failed failed
                && failed.stillFailing().isEmpty()
                && failed.broken().stream().noneMatch(suspects::contains);
    }

    /** Failed where a test that was never flaky ended both runs; empty where more has to be known. */
    Optional<Verification> failedTwice(Verification first, Verification second) {
        if (!CandidateRuns.isGraded(second)) {
            return Optional.empty();
        }
        CandidateRuns runs = new CandidateRuns(baseline, suspects::contains);
        runs.add(first, false);
        runs.add(second, true);
        Set<TestId> steady = runs.steadilyAgainst();
        return steady.isEmpty() ? Optional.empty() : Optional.of(runs.failed(steady));
    }

    private static boolean isWhole(Verification run) {
        return !PartialReports.isPartial(run.report());
    }

    /** Whether a run that was ended early is enough: what it did not run cannot be compared with later runs. */
    private boolean failsAlone(Verification run) {
        return run.verdict() instanceof Verdict.Failed failed
                && failed.stillFailing().stream().anyMatch(test -> !suspects.contains(test));
    }

    /** Empty where another run is needed, and allowed. */
    private Optional<Verification> settled(CandidateRuns runs) {
        Set<TestId> steady = runs.steadilyAgainst();
        boolean often = runs.count() >= policy.passRuns();
        if (!steady.isEmpty() && (often || steady.stream().anyMatch(runs::isFailToPass))) {
            return Optional.of(runs.failed(steady));
        }
        Set<TestId> failing = new LinkedHashSet<>();
        Set<TestId> open = new LinkedHashSet<>(steady);
        for (TestId test : runs.contested()) {
            if (Odds.evidence(runs.against(test), runs.count()) >= Odds.ENOUGH) {
                failing.add(test);
            } else if (Odds.evidence(runs.count() - runs.against(test), runs.count()) < Odds.ENOUGH) {
                open.add(test);
            }
        }
        if (!failing.isEmpty()) {
            return Optional.of(runs.failed(failing));
        }
        boolean clean = open.isEmpty() && runs.freshPass().isPresent();
        if (clean && often && !confirms(runs)) {
            return Optional.of(runs.passed());
        }
        return clean || mayGoOn(runs)
                ? Optional.empty()
                : Optional.of(runs.undecided(open.isEmpty() ? runs.contested() : open));
    }

    private boolean mayGoOn(CandidateRuns runs) {
        boolean often = runs.count() >= policy.passRuns();
        return !runs.anyFresh() || (runs.count() < policy.mostRuns() && (!often || fits(runs, 0, policy.longest())));
    }

    /** Whether a pass that hangs on no flaky test is run once more, to make it firm. */
    private boolean confirms(CandidateRuns runs) {
        return Odds.evidence(runs.count(), runs.count()) < Odds.ENOUGH
                && runs.differing().isEmpty()
                && runs.count() < policy.mostRuns()
                && fits(runs, policy.passRuns(), policy.confirming());
    }

    private static boolean fits(CandidateRuns runs, int from, Duration limit) {
        Duration next = runs.last().elapsed();
        return runs.elapsedFrom(from).plus(next).compareTo(limit) <= 0;
    }
}
