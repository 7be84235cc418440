package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import java.util.List;

/** What came of reading a filter. */
public sealed interface FilterReading {

    /** A filter that can be used. */
    record Read(SuiteFilter filter) implements FilterReading {}

    /** Every problem that was found, not only the first; never empty. */
    record Refused(List<FieldProblem> problems) implements FilterReading {

        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("A refused filter says why");
            }
        }
    }
}
