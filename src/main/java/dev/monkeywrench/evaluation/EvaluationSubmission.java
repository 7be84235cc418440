package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import java.util.List;

/** What came of submitting an evaluation. */
public sealed interface EvaluationSubmission {

    /**
     * It is kept, now or by an earlier request with the same key.
     *
     * @param problems of the rows and predictions that were left out; empty when all were taken
     */
    record Accepted(Evaluation evaluation, List<FieldProblem> problems) implements EvaluationSubmission {

        public Accepted {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Nothing of it can be evaluated, or what all instances share is wrong.
     *
     * @param problems all that were found; never empty
     */
    record Refused(List<FieldProblem> problems) implements EvaluationSubmission {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** The key was used for another request. */
    record KeyReused() implements EvaluationSubmission {}

    /** A request with the same key is being taken in. */
    record KeyInFlight() implements EvaluationSubmission {}
}
