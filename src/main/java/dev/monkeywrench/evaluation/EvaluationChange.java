package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import java.util.List;

/** What came of asking for a change of an evaluation. */
public sealed interface EvaluationChange {

    /** It is as it was asked for, now or since earlier. */
    record Changed(Evaluation evaluation) implements EvaluationChange {}

    /**
     * Its state does not allow it.
     *
     * @param reason names the state and the remedy
     */
    record Impossible(Evaluation evaluation, String reason) implements EvaluationChange {}

    /** It asks for what cannot be; never empty. */
    record Refused(List<FieldProblem> problems) implements EvaluationChange {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** There is no evaluation of that id. */
    record Unknown() implements EvaluationChange {}
}
