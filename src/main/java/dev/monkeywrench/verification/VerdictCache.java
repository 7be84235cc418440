package dev.monkeywrench.verification;

import java.time.Instant;
import java.util.Optional;

/**
 * What runs found, kept for runs that would find it again. Shared by all runs, limited in number and age: what was not
 * used for the longest time goes first. Thread-safe; interruption does not cut a call short.
 */
public interface VerdictCache {

    /** What is kept under a key, and so used now. */
    Optional<Kept> find(VerdictKey key);

    /**
     * Keeps what a run found. What is there already stays as it is, unless it says otherwise: then the key is of
     * something flaky, and neither is given out again.
     */
    void keep(VerdictKey key, Kept kept);

    /**
     * Something found.
     *
     * @param run that found it
     * @param at when
     */
    record Kept(String run, Instant at, Finding finding) {}

    /** What was found. */
    sealed interface Finding {

        /** Whether both say the same of the same tests. */
        boolean agreesWith(Finding other);
    }

    /** The verdict of a candidate. */
    record Judged(Verification verification) implements Finding {

        @Override
        public boolean agreesWith(Finding other) {
            return other instanceof Judged judged
                    && (verification.verdict().agreesWith(judged.verification().verdict())
                            || (failed() && judged.failed() && (isPartial() || judged.isPartial())));
        }

        private boolean failed() {
            return verification.verdict() instanceof Verdict.Failed;
        }

        /** Which test ended a run depends on the candidates before; that one did does not. */
        private boolean isPartial() {
            return PartialReports.isPartial(verification.report());
        }
    }

    /** What the unpatched tree does. */
    record Measured(Baseline baseline) implements Finding {

        @Override
        public boolean agreesWith(Finding other) {
            return other instanceof Measured measured
                    && baseline.expected().equals(measured.baseline().expected())
                    && baseline.steadyBeside(measured.baseline())
                            .equals(measured.baseline().steadyBeside(baseline));
        }
    }
}
