package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import java.util.List;

/** What came of a request for prices. */
public sealed interface PriceAnswer {

    record Told(PricedEvaluation prices) implements PriceAnswer {}

    /** There is no such evaluation. */
    record Unknown() implements PriceAnswer {}

    record Refused(List<FieldProblem> problems) implements PriceAnswer {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
