package dev.monkeywrench.run;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Budget;
import java.util.List;

/** What a plan comes to, before there is a run that follows it. */
public sealed interface PlanCheck {

    /**
     * It can be followed.
     *
     * @param samples drawn at most
     * @param stopAfter so many distinct passing candidates end the run; 0: never
     * @param seed of the plan, or drawn at random where it states none
     * @param budget of one run
     */
    record Sound(int samples, int stopAfter, long seed, Budget budget) implements PlanCheck {}

    /** Every problem that was found; never empty. */
    record Refused(List<FieldProblem> problems) implements PlanCheck {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
