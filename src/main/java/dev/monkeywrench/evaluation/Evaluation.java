package dev.monkeywrench.evaluation;

import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.ledger.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Many runs over a suite.
 *
 * @param suite its name, as the user gave it
 * @param digest of what is to be done, by {@link EvaluationDigest}
 * @param cancelRequested whether somebody asked for its end; members may still be running
 * @param exhausted whether its budget allows no further member
 * @param plan of each run as it was sent, a JSON object, with the seed
 * @param budget of all runs together
 * @param parallel members that run at a time
 * @param seed of each run
 * @param stopAfter so many passing candidates end a run; 0: every run draws as many samples, which pass@k asks for
 * @param cost of all attempts that ended
 * @param charged against the budget by attempts that ended
 */
public record Evaluation(
        EvaluationId id,
        String name,
        EvaluationKind kind,
        String suite,
        String digest,
        EvaluationState state,
        boolean cancelRequested,
        boolean exhausted,
        Optional<EvaluationEnd> endReason,
        String plan,
        Budget budget,
        int parallel,
        long seed,
        int stopAfter,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        EvaluationCounts counts,
        Totals cost,
        Charged charged) {

    static final int MOST_PARALLEL = 1_000;

    public Evaluation {
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            throw new IllegalArgumentException("1 to " + MOST_PARALLEL + " instances run at a time, not " + parallel);
        }
    }

    /** Whether each run draws a number of samples that does not hang on what comes out. */
    public boolean isFixed() {
        return stopAfter == 0;
    }

    /** Whether a further member may begin. */
    public boolean mayBegin() {
        boolean open = switch (state) {
            case QUEUED, RUNNING -> true;
            case PAUSED, COMPLETED, CANCELLED -> false;
        };
        return open && !cancelRequested && !exhausted && counts.waiting() > 0 && counts.running() < parallel;
    }

    /** Whether the budget holds what is charged and reserved. */
    public boolean allows(Charged taken) {
        return new Allowance(budget, taken).isKept();
    }

    /** Time until the rest has ended, if it takes what the ended attempts took; empty: unknown, or nothing is left. */
    public Optional<Duration> rest() {
        int left = counts.waiting() + counts.running();
        if (state.isFinal() || left == 0 || counts.attempts() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                counts.busy().dividedBy(counts.attempts()).multipliedBy(left).dividedBy(Math.min(parallel, left)));
    }

    /** How many may begin now. */
    int openPlaces() {
        return Math.min(counts.waiting(), parallel - counts.running());
    }

    /** With one member more that runs. */
    public Evaluation begun(Instant now) {
        if (!mayBegin()) {
            throw new IllegalStateException("No member of evaluation " + id + " may begin: it is " + state + ", "
                    + counts.running() + " of " + parallel + " run, " + counts.waiting() + " wait");
        }
        return copy().state(EvaluationState.RUNNING)
                .started(now)
                .counts(counts.withBegun())
                .build();
    }

    /**
     * With an attempt that ended, and at its own end if nothing is left to do.
     *
     * @param reserved by the members that still run
     * @param own the plan's budget of one run
     */
    public Evaluation landed(Landing landing, Charged reserved, Budget own, Instant now) {
        Landed landed = landing.landed();
        Charged spent = Charged.of(landed.cost(), landing.cap());
        Charged all = charged.plus(spent);
        boolean over = landed.isCutShort(landing.cap(), own)
                && new Allowance(budget, all.plus(reserved))
                        .isLessThanOneOf(spent, landed.counts().samples());
        return copy().counts(counts.withLanded(landing))
                .cost(cost.plus(landed.cost()))
                .charged(all)
                .exhausted(exhausted || over)
                .build()
                .settled(now);
    }

    /** At its end, if nothing is left to do. */
    Evaluation settled(Instant now) {
        if (state.isFinal() || counts.running() > 0) {
            return this;
        }
        if (cancelRequested) {
            return ended(EvaluationState.CANCELLED, EvaluationEnd.CANCELLED, now);
        }
        if (counts.waiting() == 0) {
            return ended(EvaluationState.COMPLETED, EvaluationEnd.ALL_ENDED, now);
        }
        return exhausted ? ended(EvaluationState.COMPLETED, EvaluationEnd.BUDGET_SPENT, now) : this;
    }

    private Evaluation ended(EvaluationState end, EvaluationEnd reason, Instant now) {
        return copy().state(end).ended(Optional.of(now), Optional.of(reason)).build();
    }

    /** With a budget that allows nothing more. */
    Evaluation spent(Instant now) {
        return copy().exhausted(true).build().settled(now);
    }

    Evaluation paused() {
        return copy().state(EvaluationState.PAUSED).build();
    }

    Evaluation resumed() {
        EvaluationState next = startedAt.isPresent() ? EvaluationState.RUNNING : EvaluationState.QUEUED;
        return copy().state(next).build();
    }

    Evaluation cancelled(Instant now) {
        return copy().cancelRequested().build().settled(now);
    }

    Evaluation limited(Budget all, int number) {
        return copy().budget(all).parallel(number).build();
    }

    /**
     * Whether the budget of the whole kept an attempt from what its plan asked for. One that resolved its instance has done
     * what was asked, unless every sample is to be drawn.
     *
     * @param own the plan's budget of one run
     */
    public boolean leftUndone(Member member, Budget own) {
        return member.landed()
                .filter(landed -> landed.isCutShort(member.cap(), own))
                .filter(landed -> isFixed() || landed.outcome() != MemberOutcome.RESOLVED)
                .isPresent();
    }

    /** Awake again, with so many members more that wait; a larger budget may have come meanwhile. */
    public Evaluation retried(int more) {
        EvaluationState next = state == EvaluationState.COMPLETED ? EvaluationState.RUNNING : state;
        return copy().counts(counts.withWaiting(more))
                .state(next)
                .ended(Optional.empty(), Optional.empty())
                .exhausted(false)
                .build();
    }

    private EvaluationCopy copy() {
        return new EvaluationCopy(this);
    }
}
