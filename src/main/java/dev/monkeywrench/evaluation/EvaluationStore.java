package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.run.Page;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps evaluations and their members. Each call is one transaction, which holds the evaluation's row while it changes
 * it; none holds more members at a time than run, or fill a page. Thread-safe.
 */
public interface EvaluationStore {

    /** Keeps an evaluation, unless its key was used before: then what the key was used for. */
    Optional<KeyUse> keep(NewEvaluation evaluation, Optional<RunStore.IdempotencyKey> key);

    /** What a key was used for. A key is kept as long as its evaluation. */
    Optional<KeyUse> used(String key);

    Optional<Evaluation> find(EvaluationId evaluation);

    Page<Evaluation> list(EvaluationFilter filter);

    Page<Member> members(EvaluationId evaluation, MemberFilter filter);

    Optional<MemberContent> content(EvaluationId evaluation, int ordinal);

    /** What was left out of the evaluation when it was taken in. */
    List<FieldProblem> problems(EvaluationId evaluation);

    Optional<Estimate> estimate(EvaluationId evaluation);

    /** Events after a sequence number, in order. */
    List<EvaluationEvent> events(EvaluationId evaluation, long after, int limit);

    /** Those that have not ended, oldest first. */
    List<EvaluationId> open();

    /** The first member that waits for its first attempt, else for a further one. */
    Optional<Member> firstWaiting(EvaluationId evaluation);

    List<Member> running(EvaluationId evaluation);

    /** The member whose latest attempt is a run, while that attempt has not landed. */
    Optional<Member> runningAs(RunId run);

    /**
     * Binds a member that waits to the run of its next attempt, in the caller's transaction.
     *
     * @throws NotNow when it does not wait, or its evaluation lets none begin, or the cap goes beyond the budget
     */
    void bind(Member member, RunId run, Budget cap, Instant now);

    /**
     * Keeps what came of an attempt; nothing when it landed before.
     *
     * @param own the plan's budget of one run
     */
    Optional<Evaluation> land(Member member, Landed landed, Budget own, Instant now);

    /** Changes an evaluation as a whole; what is not {@link EvaluationChange.Changed} changes nothing. */
    EvaluationChange change(EvaluationId evaluation, Function<Evaluation, EvaluationChange> change);

    /**
     * Puts other limits in force. Where they raise the budget, members that it cut short wait again.
     *
     * @param own the plan's budget of one run
     */
    EvaluationChange limit(EvaluationId evaluation, OtherLimits limits, Budget own);

    /**
     * Lets every member wait again whose latest attempt may be repeated.
     *
     * @param check tells by {@link EvaluationChange.Changed} that this may be
     */
    EvaluationChange retry(EvaluationId evaluation, Function<Evaluation, EvaluationChange> check);

    /** What a key was used for. */
    record KeyUse(EvaluationId evaluation, String bodyDigest) {}
}
