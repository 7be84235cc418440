package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Totals;
import dev.monkeywrench.run.Counts;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells what came of an attempt from the run that it was. */
final class Outcomes {

    private Outcomes() {}

    /**
     * What came of a run that has ended.
     *
     * @param kind of its evaluation: where predictions are verified, each of them is to get its verdict
     */
    static Landed of(Member member, Run run, Totals cost, EvaluationKind kind) {
        MemberOutcome outcome = outcome(run);
        boolean undecided =
                run.counts().inconclusive() > 0 && (kind == EvaluationKind.VERIFY || outcome != MemberOutcome.RESOLVED);
        return new Landed(
                member.attempts(),
                Optional.of(run.id()),
                outcome,
                run.counts(),
                cost,
                time(run),
                run.stopReason().map(Enum::name),
                undecided || outcome == MemberOutcome.FAULT,
                run.problem().map(Outcomes::withoutLog));
    }

    private static MemberOutcome outcome(Run run) {
        return switch (run.state()) {
            case COMPLETED -> completed(run.counts());
            case CANCELLED -> MemberOutcome.CANCELLED;
            case FAILED -> run.problem().map(problem -> fault(problem.kind())).orElse(MemberOutcome.FAULT);
            case QUEUED, RUNNING ->
                throw new IllegalStateException("Run " + run.id() + " is " + run.state() + " and has no outcome yet");
        };
    }

    private static MemberOutcome completed(Counts counts) {
        if (counts.passed() > 0) {
            return MemberOutcome.RESOLVED;
        }
        return counts.inconclusive() > 0 ? MemberOutcome.INCONCLUSIVE : MemberOutcome.UNRESOLVED;
    }

    private static MemberOutcome fault(RunProblem.Kind kind) {
        return switch (kind) {
            case INSTANCE_UNSOUND -> MemberOutcome.UNSOUND;
            case ENVIRONMENT_UNAVAILABLE, INTERNAL_FAULT -> MemberOutcome.FAULT;
        };
    }

    private static Duration time(Run run) {
        return run.startedAt()
                .flatMap(began -> run.endedAt().map(ended -> Duration.between(began, ended)))
                .orElse(Duration.ZERO);
    }

    private static RunProblem withoutLog(RunProblem problem) {
        return new RunProblem(problem.kind(), problem.field(), problem.message(), problem.remedy(), "");
    }

    /** What came of an attempt whose run was refused: the row or the plan was sound when it was taken in. */
    static Landed refused(Member member, List<FieldProblem> problems) {
        FieldProblem first = problems.getFirst();
        return withoutRun(
                member,
                MemberOutcome.UNSOUND,
                new RunProblem(
                        RunProblem.Kind.INSTANCE_UNSOUND,
                        Optional.of(first.field()),
                        first.field() + " " + first.problem() + ", since this service's configuration changed",
                        first.remedy(),
                        ""));
    }

    /** What came of an attempt that could not begin by our own fault. */
    static Landed broken(Member member) {
        String name = "member " + member.ordinal() + " of evaluation " + member.evaluation();
        return withoutRun(
                member,
                MemberOutcome.FAULT,
                new RunProblem(
                        RunProblem.Kind.INTERNAL_FAULT,
                        Optional.empty(),
                        "The service broke while it began this run",
                        "Look for " + name + " in the service's log, and report what it says there",
                        ""));
    }

    private static Landed withoutRun(Member member, MemberOutcome outcome, RunProblem problem) {
        return new Landed(
                member.attempts() + 1,
                Optional.empty(),
                outcome,
                Counts.none(),
                Totals.ZERO,
                Duration.ZERO,
                Optional.empty(),
                true,
                Optional.of(problem));
    }
}
