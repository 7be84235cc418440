package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import java.util.List;
import java.util.Optional;

/**
 * An evaluation to be kept.
 *
 * @param problems of what was left out
 */
public record NewEvaluation(
        Evaluation evaluation, List<NewMember> members, List<FieldProblem> problems, Optional<Estimate> estimate) {

    public NewEvaluation {
        members = List.copyOf(members);
        problems = List.copyOf(problems);
    }
}
