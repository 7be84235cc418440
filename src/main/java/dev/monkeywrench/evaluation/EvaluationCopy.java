package dev.monkeywrench.evaluation;

import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.ledger.Totals;
import java.time.Instant;
import java.util.Optional;

/** Makes an evaluation that differs from another in some of its parts. Used by one thread, once. */
final class EvaluationCopy {

    private final Evaluation origin;
    private EvaluationState state;
    private boolean cancelRequested;
    private boolean exhausted;
    private Optional<EvaluationEnd> endReason;
    private Budget budget;
    private int parallel;
    private Optional<Instant> startedAt;
    private Optional<Instant> endedAt;
    private EvaluationCounts counts;
    private Totals cost;
    private Charged charged;

    EvaluationCopy(Evaluation origin) {
        this.origin = origin;
        this.state = origin.state();
        this.cancelRequested = origin.cancelRequested();
        this.exhausted = origin.exhausted();
        this.endReason = origin.endReason();
        this.budget = origin.budget();
        this.parallel = origin.parallel();
        this.startedAt = origin.startedAt();
        this.endedAt = origin.endedAt();
        this.counts = origin.counts();
        this.cost = origin.cost();
        this.charged = origin.charged();
    }

    EvaluationCopy state(EvaluationState value) {
        state = value;
        return this;
    }

    EvaluationCopy cancelRequested() {
        cancelRequested = true;
        return this;
    }

    EvaluationCopy exhausted(boolean value) {
        exhausted = value;
        return this;
    }

    EvaluationCopy budget(Budget value) {
        budget = value;
        return this;
    }

    EvaluationCopy parallel(int value) {
        parallel = value;
        return this;
    }

    /** The first start counts. */
    EvaluationCopy started(Instant now) {
        startedAt = Optional.of(startedAt.orElse(now));
        return this;
    }

    EvaluationCopy ended(Optional<Instant> at, Optional<EvaluationEnd> reason) {
        endedAt = at;
        endReason = reason;
        return this;
    }

    EvaluationCopy counts(EvaluationCounts value) {
        counts = value;
        return this;
    }

    EvaluationCopy cost(Totals value) {
        cost = value;
        return this;
    }

    EvaluationCopy charged(Charged value) {
        charged = value;
        return this;
    }

    Evaluation build() {
        return new Evaluation(
                origin.id(),
                origin.name(),
                origin.kind(),
                origin.suite(),
                origin.digest(),
                state,
                cancelRequested,
                exhausted,
                endReason,
                origin.plan(),
                budget,
                parallel,
                origin.seed(),
                origin.stopAfter(),
                origin.createdAt(),
                startedAt,
                endedAt,
                counts,
                cost,
                charged);
    }
}
