package dev.monkeywrench.run;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.solver.SolvePlan;
import java.util.List;

/** What came of reading a plan. */
sealed interface PlanReading {

    record Read(SolvePlan plan) implements PlanReading {}

    /** Every problem that was found; never empty. */
    record Rejected(List<FieldProblem> problems) implements PlanReading {

        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
