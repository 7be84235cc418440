package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Budget;
import java.util.List;

/** What came of reading a request. */
sealed interface EvaluationDraft {

    /**
     * It can be evaluated.
     *
     * @param plan of each run, a JSON object with a seed
     * @param samples of one run at most
     * @param problems of what was left out
     */
    record Read(
            String name,
            EvaluationKind kind,
            String suite,
            String plan,
            Budget budget,
            int parallel,
            long seed,
            int samples,
            int stopAfter,
            List<NewMember> members,
            List<FieldProblem> problems)
            implements EvaluationDraft {

        /** The same, with other words about what was left out. */
        Read with(List<FieldProblem> others) {
            return new Read(name, kind, suite, plan, budget, parallel, seed, samples, stopAfter, members, others);
        }
    }

    /** Every problem that was found; never empty. */
    record Refused(List<FieldProblem> problems) implements EvaluationDraft {}
}
