package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import java.util.List;

/** What came of a request for a plan. */
public sealed interface PlanAnswer {

    record Made(Plan plan) implements PlanAnswer {}

    record Refused(List<FieldProblem> problems) implements PlanAnswer {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
