package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Budget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Other limits for an evaluation; what is not named stays as it is.
 *
 * @param parallel members that run at a time
 */
public record OtherLimits(OptionalInt parallel, OtherBudget budget) {

    /** Whether an evaluation may spend more than before, so that what its budget cut short is taken up again. */
    public boolean raise(Evaluation evaluation) {
        return budget.after(evaluation.budget()).goesBeyond(evaluation.budget());
    }

    /**
     * Puts them in force.
     *
     * @param reserved by the members that still run
     * @param cut members to be taken up again, which the budget cut short; none where the limits raise nothing
     */
    public EvaluationChange on(Evaluation evaluation, Charged reserved, int cut) {
        boolean ended = evaluation.state().isFinal();
        if (evaluation.cancelRequested() || (ended && !budget.namesAny())) {
            return over(evaluation, "cannot be changed");
        }
        if (ended && raise(evaluation) && evaluation.counts().waiting() + cut == 0) {
            return over(evaluation, "its budget left nothing undone");
        }
        List<FieldProblem> problems = budget.namesAny() ? problems(evaluation, reserved) : List.of();
        return problems.isEmpty()
                ? new EvaluationChange.Changed(changed(evaluation, cut))
                : new EvaluationChange.Refused(problems);
    }

    private static EvaluationChange over(Evaluation evaluation, String why) {
        return new EvaluationChange.Impossible(
                evaluation, "The evaluation is " + evaluation.state() + " and " + why + "; submit it again instead");
    }

    private Evaluation changed(Evaluation evaluation, int cut) {
        Evaluation limited =
                evaluation.limited(budget.after(evaluation.budget()), parallel.orElse(evaluation.parallel()));
        return raise(evaluation) ? limited.retried(cut) : limited;
    }

    private List<FieldProblem> problems(Evaluation evaluation, Charged reserved) {
        Budget next = budget.after(evaluation.budget());
        Charged spent = evaluation.charged();
        List<FieldProblem> problems = new ArrayList<>();
        next.tokens()
                .ifPresent(limit -> below("tokens", number(limit), number(spent.tokens()), number(reserved.tokens()))
                        .ifPresent(problems::add));
        next.dollars()
                .flatMap(limit -> below("dollars", limit, spent.dollars(), reserved.dollars()))
                .ifPresent(problems::add);
        if (problems.isEmpty() && evaluation.state().isFinal() && !raise(evaluation)) {
            problems.add(new FieldProblem(
                    "budget",
                    "does not go beyond the present one, and the evaluation has ended",
                    "Send a larger limit, or null for none"));
        }
        return problems;
    }

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }

    private static Optional<FieldProblem> below(String what, BigDecimal limit, BigDecimal spent, BigDecimal reserved) {
        BigDecimal least = spent.add(reserved);
        if (limit.compareTo(least) >= 0) {
            return Optional.empty();
        }
        String runs = reserved.signum() == 0 ? "" : " and the " + plain(reserved) + " that its runs may still spend";
        return Optional.of(new FieldProblem(
                "budget." + what,
                "is " + plain(limit) + ", less than the " + plain(spent) + " that the evaluation has spent" + runs,
                "Send " + plain(least) + " or more, or null for no limit"));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
