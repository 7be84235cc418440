package dev.monkeywrench.verification;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The cache as one run uses it.
 *
 * @param run what it kept itself it does not find: one that was killed between keeping a verdict and journaling it runs
 *     the tests again, and is charged for them as if it had not been killed
 * @param fresh whether it looks for nothing, and only keeps
 */
record RunsCache(VerdictCache cache, String run, boolean fresh, InstantSource clock) {

    /** So much of a log is kept. */
    private static final int MOST_LOG = 16_384;

    Optional<Baseline> baseline(VerdictKey key) {
        return find(key)
                .flatMap(kept -> kept.finding() instanceof VerdictCache.Measured measured
                        ? Optional.of(measured.baseline().from(source(key, kept)))
                        : Optional.empty());
    }

    /**
     * A verdict that holds under a limit.
     *
     * @param limit where the tests took longer than this, they would not have ended this time
     */
    Optional<Verification> verification(VerdictKey key, Duration limit) {
        return find(key)
                .flatMap(kept -> kept.finding() instanceof VerdictCache.Judged judged
                        ? Optional.of(judged.verification().from(source(key, kept)))
                        : Optional.empty())
                .filter(verification -> verification.elapsed().compareTo(limit) <= 0);
    }

    private Optional<VerdictCache.Kept> find(VerdictKey key) {
        return fresh
                ? Optional.empty()
                : cache.find(key).filter(kept -> !kept.run().equals(run));
    }

    private static Provenance source(VerdictKey key, VerdictCache.Kept kept) {
        return new Provenance(key, kept.run(), kept.at(), true);
    }

    /** Gives it back with its provenance. One whose report names no test may have met a fault of the machine. */
    Baseline keep(VerdictKey key, Baseline baseline) {
        if (!baseline.isMeasured()) {
            return baseline;
        }
        if (!baseline.report().statuses().isEmpty()) {
            keep(key, new VerdictCache.Measured(baseline));
        }
        return baseline.from(ours(key));
    }

    /** Gives it back with its provenance. */
    Verification keep(VerdictKey key, Verification verification) {
        if (lasts(verification)) {
            keep(key, new VerdictCache.Judged(verification.withLog(MOST_LOG)));
        }
        return verification.from(ours(key));
    }

    private void keep(VerdictKey key, VerdictCache.Finding finding) {
        cache.keep(key, new VerdictCache.Kept(run, clock.instant(), finding));
    }

    private Provenance ours(VerdictKey key) {
        return new Provenance(key, run, clock.instant(), false);
    }

    /**
     * Whether a second run would end the same way. Time depends on the load of the machine; a failure without a report
     * may be one of memory, or of a run that was cut short.
     */
    private static boolean lasts(Verification verification) {
        return switch (verification.verdict()) {
            case Verdict.Passed passed -> true;
            case Verdict.Failed failed -> !verification.report().equals(TestReport.none());
            case Verdict.NotApplied unapplied -> true;
            case Verdict.TimedOut late -> false;
            case Verdict.Tampered tampered -> false;
            case Verdict.Inconclusive open -> false;
        };
    }
}
