package dev.monkeywrench.instance;

import java.util.List;

/** What came of reading a row. */
public sealed interface Reading {

    /**
     * A row that can be worked on.
     *
     * @param row as it came, in JSON, with the fields we have no use for
     */
    record Read(GradedInstance instance, String row) implements Reading {}

    /** Every problem that was found, not only the first; never empty. */
    record Rejected(List<FieldProblem> problems) implements Reading {

        public Rejected {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("A rejected row says why");
            }
        }
    }
}
