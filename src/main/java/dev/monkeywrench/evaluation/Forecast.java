package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import java.util.List;

/** What a request would come to. */
public sealed interface Forecast {

    /**
     * It could be evaluated.
     *
     * @param problems of what would be left out
     */
    record Told(int instances, Estimate estimate, List<FieldProblem> problems) implements Forecast {

        public Told {
            problems = List.copyOf(problems);
        }
    }

    /** It would be refused. */
    record Refused(List<FieldProblem> problems) implements Forecast {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
