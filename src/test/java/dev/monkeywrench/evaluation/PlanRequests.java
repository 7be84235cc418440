package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.FieldProblem;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Asks for plans. */
final class PlanRequests {

    private PlanRequests() {}

    static PlanAnswer answer(String request, Measurement... measured) {
        return new Plans(place -> measured[Integer.parseInt(place)])
                .answer(JsonMapper.shared().readTree(request));
    }

    static Plan plan(String request, Measurement... measured) {
        return switch (answer(request, measured)) {
            case PlanAnswer.Made made -> made.plan();
            case PlanAnswer.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    static List<FieldProblem> problems(String request, Measurement... measured) {
        return switch (answer(request, measured)) {
            case PlanAnswer.Made made -> throw new AssertionError(made.plan());
            case PlanAnswer.Refused refused -> refused.problems();
        };
    }

    static Plan.Choice best(String request) {
        return Objects.requireNonNull(plan(request).best());
    }
}
